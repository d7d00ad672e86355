import { keepsWords } from '../../../storage/language/verbatim.ts'
import type { Quote } from '../../../storage/model/quote.ts'
import type { QuoteRun } from '../../../storage/model/quotations.ts'

/** `changed` is verified, but says something else now than what was verified. */
export type QuoteState = 'unverified' | 'verified' | 'changed'

/** The words of a quotation as printed, quotation marks with them, its runs joined by a space. */
export function printedWords(runs: readonly QuoteRun[]): string {
  return runs.map((run) => run.text.trim()).join(' ')
}

/** Whether the words in print are those that were verified. */
export function quoteStateOf(quote: Quote, runs: readonly QuoteRun[]): QuoteState {
  if (quote.verification.state === 'unverified') return 'unverified'
  return keepsWords(quote.verification.words, printedWords(runs)) ? 'verified' : 'changed'
}
