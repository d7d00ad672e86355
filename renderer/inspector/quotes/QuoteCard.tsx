import { BadgeCheck, CircleDashed, TriangleAlert } from 'lucide-react'
import { undo } from 'prosemirror-history'
import { useEffect, useRef } from 'react'
import { directionOf } from '../../../storage/model/language.ts'
import type { Quote } from '../../../storage/model/quote.ts'
import { goTo } from '../../app/go-to.ts'
import { useDesk } from '../../app/use-desk.ts'
import { useSnapshot } from '../../app/use-story.ts'
import { untagQuotation } from '../../editor/commands/quotations.ts'
import { verifyQuotation } from '../../editor/commands/verification.ts'
import { printedWords } from '../../../storage/model/quotations.ts'
import type { QuoteState } from '../../../storage/language/quote-state.ts'
import type { StorySession } from '../../editor/session.ts'
import { formatListMoment, languageName } from '../../i18n/format.ts'
import { t } from '../../i18n/translate.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { ChangedWords } from './ChangedWords.tsx'
import { QuoteDetails } from './QuoteDetails.tsx'
import type { ListedQuote } from './listed-quote.ts'

const kinds = {
  direct: 'quotes.kindDirect',
  partial: 'quotes.kindPartial',
  paraphrase: 'quotes.kindParaphrase',
} as const

/** A quotation: its words, whose they are, and whether they hold. The open one shows everything known of it. */
export function QuoteCard(props: { listed: ListedQuote; isOpen: boolean; session: StorySession; onOpen: () => void }) {
  const { listed, isOpen, session } = props
  const { quote, runs, state } = listed
  const language = useSnapshot(session, (snapshot) => snapshot.record.language)
  const [first] = runs
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isOpen) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  const open = (): void => {
    props.onOpen()
    if (first !== undefined) goTo(session.view, { from: first.from, to: first.from })
  }
  return (
    <li
      ref={card}
      className={classes('quote-card', isOpen && 'quote-card--open')}
      aria-current={isOpen ? true : undefined}
    >
      <button type="button" className="quote-card__words" onClick={open}>
        <span lang={language} dir={directionOf(language)}>
          {runs.map((run) => run.text.trim()).join(' … ')}
        </span>
      </button>
      <p className="quote-card__speaker">
        {quote.speaker === null ? (
          <span className="muted">{t('quotes.noSpeaker')}</span>
        ) : (
          <>
            <b>
              <bdi>{quote.speaker.name}</bdi>
            </b>
            {quote.speaker.role !== '' && <bdi className="clip">{quote.speaker.role}</bdi>}
          </>
        )}
      </p>
      {isOpen && state === 'changed' && <ChangedWords listed={listed} session={session} />}
      {isOpen ? (
        <>
          <QuoteDetails quote={quote} session={session} />
          <QuoteActs listed={listed} session={session} />
        </>
      ) : (
        <p className="quote-card__meta">
          <span>{t(kinds[quote.kind])}</span>
          <span className="quote-card__dot" aria-hidden />
          <span className="clip grow">{sourceOf(quote)}</span>
          <StateBadge state={state} />
        </p>
      )}
    </li>
  )
}

function sourceOf(quote: Quote): string {
  const parts = [
    ...(quote.original === null ? [] : [languageName(quote.original.language)]),
    ...(quote.source === null
      ? []
      : [quote.source.timecode ?? (quote.source.title || t(`source.${quote.source.kind}`))]),
    ...(quote.said.where === '' ? [] : [quote.said.where]),
  ]
  return parts.length === 0 ? t('quotes.noSource') : parts.slice(0, 2).join(', ')
}

function StateBadge({ state }: { state: QuoteState }) {
  switch (state) {
    case 'verified':
      return (
        <Badge tone="ok" icon={BadgeCheck}>
          {t('quotes.verified')}
        </Badge>
      )
    case 'changed':
      return (
        <Badge tone="warn" icon={TriangleAlert}>
          {t('quotes.changedShort')}
        </Badge>
      )
    case 'unverified':
      return (
        <Badge tone="idle" icon={CircleDashed}>
          {t('quotes.unverified')}
        </Badge>
      )
  }
}

function QuoteActs({ listed, session }: { listed: ListedQuote; session: StorySession }) {
  const desk = useDesk()
  const { quote, runs, state } = listed
  const untag = (): void => {
    const { view } = session
    if (!untagQuotation(quote.id)(view.state, view.dispatch)) return
    desk.toasts.show(t('quotes.untagged'), {
      words: t('toast.undo'),
      run: () => void undo(view.state, view.dispatch),
    })
  }
  return (
    <div className="quote-card__acts">
      {state === 'verified' && quote.verification.state === 'verified' && (
        <Badge tone="ok" icon={BadgeCheck}>
          {t('quotes.verifiedAt', { time: formatListMoment(new Date(quote.verification.at), new Date()) })}
        </Badge>
      )}
      {state === 'unverified' && printedWords(runs) !== '' && (
        <Button
          size="xs"
          icon={BadgeCheck}
          onPress={() => void verifyQuotation(session.view, quote.id, desk.settings.get().editor)}
        >
          {t('quotes.verify')}
        </Button>
      )}
      <span className="grow" />
      <Button look="ghost" size="xs" onPress={untag}>
        {t('quotes.untag')}
      </Button>
    </div>
  )
}
