import { Fragment } from 'prosemirror-model'
import type { Mark, Node } from 'prosemirror-model'
import type { QuoteId } from './ids.ts'
import type { LanguageTag } from './language.ts'
import { quotations } from './quotations.ts'
import type { Quote, QuoteTable } from './quote.ts'
import type { RecordFields } from './record.ts'
import type { Story } from './story.ts'

/** What a copy of a story starts from; its slug is chosen where the other slugs are known. */
export interface DuplicateDraft extends Partial<RecordFields> {
  readonly language: LanguageTag
  readonly document: Node
}

/**
 * The beginning of another story with the text of `source`: what it is about and who wrote it stay, how far it had come
 * does not. The words are the same, so a verified quotation stays verified; each gets an id of its own from `newQuoteId`,
 * since what is learnt of it in one story is not known in the other.
 */
export function duplicateDraft({ record, document }: Story, newQuoteId: () => QuoteId): DuplicateDraft {
  const { language, desk, urgency, genre, byline, dateline, subjects, keywords, sources } = record
  return {
    ...{ language, desk, urgency, genre, byline, dateline, subjects, keywords, sources },
    document: withOwnQuotations(document, newQuoteId),
  }
}

function withOwnQuotations(document: Node, newQuoteId: () => QuoteId): Node {
  const tagged = quotations(document).map(({ quote }) => quote)
  const copies = new Map<unknown, Quote>(tagged.map((quote) => [quote.id, { ...quote, id: newQuoteId() }]))
  const table: QuoteTable = Object.fromEntries([...copies.values()].map((quote): [string, Quote] => [quote.id, quote]))
  const idFor = (old: unknown): QuoteId | null => copies.get(old)?.id ?? null
  return document.type.create({ ...document.attrs, quotes: table }, renamed(document.content, idFor), document.marks)
}

function renamed(content: Fragment, idFor: (old: unknown) => QuoteId | null): Fragment {
  const nodes: Node[] = []
  content.forEach((node) => {
    const marks = node.marks.flatMap((mark) => renamedMark(mark, idFor))
    if (node.isText) {
      nodes.push(node.mark(marks))
      return
    }
    const { pulledFrom } = node.attrs
    const attrs = pulledFrom === undefined ? node.attrs : { ...node.attrs, pulledFrom: idFor(pulledFrom) }
    nodes.push(node.type.create(attrs, renamed(node.content, idFor), marks))
  })
  return Fragment.from(nodes)
}

/** A run that nothing is known of is plain text in the copy. */
function renamedMark(mark: Mark, idFor: (old: unknown) => QuoteId | null): Mark[] {
  if (mark.type.name !== 'quote') return [mark]
  const id = idFor(mark.attrs['id'])
  return id === null ? [] : [mark.type.create({ id })]
}
