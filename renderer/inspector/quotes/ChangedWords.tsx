import { TriangleAlert } from 'lucide-react'
import { verbatimWords } from '../../../storage/language/verbatim.ts'
import { restoreWords } from '../../editor/commands/restore.ts'
import { verifyQuotation } from '../../editor/commands/verification.ts'
import { useDesk } from '../../app/use-desk.ts'
import { printedWords } from '../../../storage/model/quotations.ts'
import { diffWords, splitWords } from '../../editor/queries/word-diff.ts'
import type { StorySession } from '../../editor/session.ts'
import { formatListMoment } from '../../i18n/format.ts'
import { t } from '../../i18n/translate.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { ListedQuote } from './listed-quote.ts'

/** What differs between the words that were verified and those in print, and the two ways out. */
export function ChangedWords({ listed, session }: { listed: ListedQuote; session: StorySession }) {
  const desk = useDesk()
  const { quote, runs } = listed
  if (quote.verification.state !== 'verified') return null
  const { words, by, at } = quote.verification
  const time = formatListMoment(new Date(at), new Date())
  const { view } = session
  return (
    <div className="changed-words">
      <p className="changed-words__head">
        <Icon of={TriangleAlert} size={14} />
        <b>{t('quotes.changed')}</b>
      </p>
      <Diff before={verbatimWords(words)} after={verbatimWords(printedWords(runs))} />
      <p className="changed-words__by">
        {by === '' ? t('quotes.verifiedAt', { time }) : t('quotes.verifiedBy', { time, name: by })}
      </p>
      <div className="changed-words__acts">
        <Button size="xs" onPress={() => void restoreWords(quote.id)(view.state, view.dispatch)}>
          {t('quotes.restore')}
        </Button>
        <Button look="ghost" size="xs" onPress={() => void verifyQuotation(view, quote.id, desk.settings.get().editor)}>
          {t('quotes.verifyAgain')}
        </Button>
      </div>
    </div>
  )
}

/** Words taken away and added, in reading order. */
export function Diff({ before, after }: { before: string; after: string }) {
  const old = splitWords(before).map((word) => word.text)
  const fresh = splitWords(after).map((word) => word.text)
  return (
    <p className="word-diff" dir="auto">
      {diffWords(old, fresh).map((part, index) => {
        const gone = old.slice(part.beforeFrom, part.beforeTo).join(' ')
        const come = fresh.slice(part.afterFrom, part.afterTo).join(' ')
        if (part.isSame) return <span key={index}>{come} </span>
        return (
          <span key={index}>
            {gone !== '' && (
              <>
                <del>{gone}</del>{' '}
              </>
            )}
            {come !== '' && (
              <>
                <ins>{come}</ins>{' '}
              </>
            )}
          </span>
        )
      })}
    </p>
  )
}
