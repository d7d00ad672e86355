import type { Quotation } from '../../../storage/model/quotations.ts'
import type { QuoteState } from '../../../storage/language/quote-state.ts'

/** A tagged quotation and whether its words are those that were verified. */
export interface ListedQuote extends Quotation {
  readonly state: QuoteState
}
