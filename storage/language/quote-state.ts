import type { Quote } from '../model/quote.ts'
import { printedWords } from '../model/quotations.ts'
import type { QuoteRun } from '../model/quotations.ts'
import { keepsWords } from './verbatim.ts'

/** `changed` is verified, but says something else now than what was verified. */
export type QuoteState = 'unverified' | 'verified' | 'changed'

/** Whether the words in print are those that were verified. */
export function quoteStateOf({ verification }: Quote, runs: readonly QuoteRun[]): QuoteState {
  if (verification.state === 'unverified') return 'unverified'
  return keepsWords(verification.words, printedWords(runs)) ? 'verified' : 'changed'
}
