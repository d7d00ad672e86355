import { useState } from 'react'
import { quotations } from '../../../storage/model/quotations.ts'
import type { QuoteId } from '../../../storage/model/ids.ts'
import { useDesk } from '../../app/use-desk.ts'
import { useWorkedOut } from '../../app/use-story.ts'
import { suggestionsIn } from '../../editor/plugins/suggestions.ts'
import type { Suggestion } from '../../editor/plugins/suggestions-from.ts'
import { quoteAt } from '../../editor/queries/quote-at.ts'
import { quoteStateOf } from '../../../storage/language/quote-state.ts'
import type { StorySession, StorySnapshot } from '../../editor/session.ts'
import { T } from '../../i18n/T.tsx'
import { t } from '../../i18n/translate.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Key } from '../../ui/Key.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import type { ListedQuote } from './listed-quote.ts'
import { QuoteCard } from './QuoteCard.tsx'
import { SuggestionCard } from './SuggestionCard.tsx'
import './quotes-tab.css'

type Shown = 'all' | 'verify' | 'suggested'

interface QuotesOfStory {
  readonly tagged: readonly ListedQuote[]
  readonly suggested: readonly Suggestion[]
  /** The quotation that the caret is in. */
  readonly atCaret: QuoteId | null
}

function quotesIn({ document }: StorySnapshot, session: StorySession): QuotesOfStory {
  return {
    tagged: quotations(document).map((quotation) => ({
      ...quotation,
      state: quoteStateOf(quotation.quote, quotation.runs),
    })),
    suggested: suggestionsIn(session.view.state),
    atCaret: quoteAt(session.view.state),
  }
}

/** Every quotation of the story, those that wait to be verified, and what looks like one. */
export function QuotesTab({ session }: { session: StorySession }) {
  const { tagged, suggested, atCaret } = useWorkedOut(session, quotesIn)
  const [shown, setShown] = useState<Shown>('all')
  const [chosen, setChosen] = useState<QuoteId | null>(null)
  const toVerify = tagged.filter((quote) => quote.state !== 'verified')
  const open = atCaret ?? chosen
  const listed = shown === 'verify' ? toVerify : tagged
  return (
    <>
      <div className="quotes-head">
        <Segmented
          label={t('quotes.show')}
          value={shown}
          onChange={setShown}
          segments={[
            { value: 'all', words: t('quotes.all', { count: tagged.length }) },
            { value: 'verify', words: t('quotes.toVerify', { count: toVerify.length }) },
            { value: 'suggested', words: t('quotes.suggested', { count: suggested.length }) },
          ]}
        />
      </div>
      {shown === 'suggested' ? (
        <Suggested suggested={suggested} session={session} />
      ) : listed.length === 0 ? (
        <NoQuotes shown={shown} suggested={suggested.length} onShow={() => setShown('suggested')} />
      ) : (
        <ul>
          {listed.map((quote) => (
            <QuoteCard
              key={quote.quote.id}
              listed={quote}
              isOpen={quote.quote.id === open}
              session={session}
              onOpen={() => setChosen(quote.quote.id)}
            />
          ))}
        </ul>
      )}
    </>
  )
}

function Suggested({ suggested, session }: { suggested: readonly Suggestion[]; session: StorySession }) {
  if (suggested.length === 0) return <EmptyState title={t('quotes.noneSuggested')} />
  return (
    <ul>
      {suggested.map((suggestion) => (
        <SuggestionCard key={suggestion.runs[0]?.from ?? 0} suggestion={suggestion} session={session} />
      ))}
    </ul>
  )
}

function NoQuotes({ shown, suggested, onShow }: { shown: Shown; suggested: number; onShow: () => void }) {
  const desk = useDesk()
  if (shown === 'verify') return <EmptyState title={t('quotes.noneToVerify')} />
  return (
    <EmptyState
      title={t('quotes.empty')}
      act={
        suggested > 0 && (
          <Button look="link" size="sm" onPress={onShow}>
            {t('quotes.showThem')}
          </Button>
        )
      }
    >
      <T id="quotes.emptyAbout" values={{ key: () => <Key>{desk.commands.shortcut('tag-quote') ?? ''}</Key> }} />{' '}
      {suggested > 0 && t('quotes.looksLike', { count: suggested })}
    </EmptyState>
  )
}
