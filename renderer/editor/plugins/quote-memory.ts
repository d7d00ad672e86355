import type { QuoteId } from '../../../storage/model/ids.ts'
import type { Quote, QuoteTable } from '../../../storage/model/quote.ts'

/**
 * What this window has ever known of quotations: of every table it saw, and of what was pasted. Lets a run that comes
 * back, by undo, paste or another window, find its entry again.
 */
export class QuoteMemory {
  readonly #entries = new Map<QuoteId, Quote>()

  remember(table: QuoteTable): void {
    for (const quote of Object.values(table)) this.#entries.set(quote.id, quote)
  }

  /** Takes in entries from outside; what is known already stands. */
  learn(table: QuoteTable): void {
    for (const quote of Object.values(table)) {
      if (!this.#entries.has(quote.id)) this.#entries.set(quote.id, quote)
    }
  }

  recall(id: QuoteId): Quote | null {
    return this.#entries.get(id) ?? null
  }
}
