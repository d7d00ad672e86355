import { t } from '../i18n/translate.ts'
import type { DescribedChange } from './describe-changes.ts'
import { placeWords, wordlessName } from './place-words.ts'

/** As much of the words as a row has room for. */
const most = 160

/** A change as a line: the older words, the newer ones. */
export function ChangeWords({ described }: { described: DescribedChange }) {
  const { change, block } = described
  const { kind, deleted, inserted } = change
  const wordless = deleted + inserted === '' ? wordlessName(block.compared.type) : ''
  if (kind === 'form') return <span>{shortened(inserted)}</span>
  const [older, newer] = [shortened(deleted), shortened(inserted)]
  return (
    <>
      {(older !== '' || kind === 'removed') && <del>{older === '' ? wordless : older}</del>}{' '}
      {(newer !== '' || kind === 'added') && <ins>{newer === '' ? wordless : newer}</ins>}
    </>
  )
}

function shortened(text: string): string {
  const trimmed = text.trim() === '' && text !== '' ? t('compare.blank') : text.trim()
  return trimmed.length > most ? `${trimmed.slice(0, most)}…` : trimmed
}

const facts = { number: 'compare.fact.number', time: 'compare.fact.time', name: 'compare.fact.name' } as const
const kinds = { added: 'compare.kind.added', removed: 'compare.kind.removed', form: 'compare.kind.form' } as const

/** Where a change is and what it touches: "Paragraph 4, number", "Paragraph 5, inside a verified quote". */
export function aboutChange({ change, block, fact, quote }: DescribedChange): string {
  const parts = [placeWords(block)]
  if (change.kind !== 'words') parts.push(t(kinds[change.kind]))
  else if (quote !== null) parts.push(t(quote === 'verified' ? 'compare.inVerified' : 'compare.inQuote'))
  else if (fact !== null) parts.push(t(facts[fact]))
  return parts.join(', ')
}

/** A change as it is read aloud in a list. */
export function spokenChange(described: DescribedChange): string {
  const { change } = described
  const about = aboutChange(described)
  const [older, newer] = [shortened(change.deleted), shortened(change.inserted)]
  const number = change.number
  if (change.kind === 'form') return t('compare.says.form', { number, about, words: newer })
  if (older === '') return t('compare.says.added', { number, about, words: newer })
  if (newer === '') return t('compare.says.removed', { number, about, words: older })
  return t('compare.says.replaced', { number, about, older, newer })
}
