import { closeHistory } from 'prosemirror-history'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import { v7 } from 'uuid'
import { quoteIdSchema } from '../../../storage/model/ids.ts'
import type { QuoteId } from '../../../storage/model/ids.ts'
import { quoteTable } from '../../../storage/model/quotations.ts'
import { newQuote } from '../../../storage/model/quote.ts'
import type { Quote, QuoteKind, Speaker } from '../../../storage/model/quote.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { quoteIndex } from '../queries/quote-index.ts'
import { wordRanges } from './ranges.ts'
import type { Range } from './ranges.ts'

/** What can be said of a quotation beside its words. */
export type QuotePatch = Partial<Omit<Quote, 'id'>>

/** A quotation id that no story has yet. */
export function freshQuoteId(): QuoteId {
  return quoteIdSchema.parse(v7())
}

/** Tags the words of these ranges as one quotation; several ranges are several runs of it. Null when they hold no words. */
export function tagQuotation(
  state: EditorState,
  ranges: readonly Range[],
  about: { readonly kind: QuoteKind; readonly speaker: Speaker | null } & QuotePatch,
  id: QuoteId = freshQuoteId(),
): Transaction | null {
  const transaction = closeHistory(state.tr)
  if (!markRuns(transaction, ranges, id)) return null
  return setQuote(transaction, { ...newQuote(id, about.kind, about.speaker), ...about, id })
}

/** Makes the words of these ranges further runs of a quotation. Null when they hold no words or it is not known. */
export function addRuns(state: EditorState, id: QuoteId, ranges: readonly Range[]): Transaction | null {
  if (quoteTable(state.doc)[id] === undefined) return null
  const transaction = closeHistory(state.tr)
  return markRuns(transaction, ranges, id) ? transaction : null
}

/** Takes the tag off a quotation, its words stay. */
export function untagQuotation(id: QuoteId): Command {
  return (state, dispatch) => {
    const runs = quoteIndex(state.doc).get(id)
    if (runs === undefined) return false
    if (dispatch === undefined) return true
    const transaction = closeHistory(state.tr)
    for (const run of runs) transaction.removeMark(run.from, run.to, schema.marks.quote)
    const { [id]: _untagged, ...rest } = quoteTable(state.doc)
    dispatch(transaction.setDocAttribute('quotes', rest))
    return true
  }
}

/** Changes what is known of a quotation. */
export function updateQuotation(id: QuoteId, patch: QuotePatch): Command {
  return (state, dispatch) => {
    const quote = quoteTable(state.doc)[id]
    if (quote === undefined) return false
    dispatch?.(setQuote(closeHistory(state.tr), { ...quote, ...patch, id }))
    return true
  }
}

function setQuote(transaction: Transaction, quote: Quote): Transaction {
  return transaction.setDocAttribute('quotes', { ...quoteTable(transaction.doc), [quote.id]: quote })
}

function markRuns(transaction: Transaction, ranges: readonly Range[], id: QuoteId): boolean {
  const mark = schema.marks.quote.create({ id })
  const runs = ranges.flatMap((range) => wordRanges(transaction.doc, range, schema.marks.quote))
  for (const run of runs) transaction.addMark(run.from, run.to, mark)
  return runs.length > 0
}

const opening = /^["“„«‹'‘‚]/u
const closing = /["”“»›'’]\p{P}?$/u

/** Guesses the kind from the words: without quotation marks a paraphrase, beginning in the middle of a sentence partial. */
export function guessKind(words: string): QuoteKind {
  const text = words.trim()
  if (!opening.test(text) && !closing.test(text)) return 'paraphrase'
  return /^[\p{P}\s]*\p{Ll}/u.test(text) ? 'partial' : 'direct'
}
