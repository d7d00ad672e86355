import type { ListQuery } from './list-query.ts'

/** The rows of a whole answer in order, as the index stood at a revision. */
export interface KeptOrder {
  readonly revision: number
  readonly rows: readonly number[]
}

/** How many answers are kept: what a few windows scroll through, and what they scrolled through just before. */
const most = 6

/**
 * The answers that somebody scrolls through. What stands where in an answer does not change while it is read, whatever is
 * saved meanwhile: otherwise rows would be skipped, and others come twice.
 */
export class KeptOrders {
  readonly #kept = new Map<string, KeptOrder>()

  /** The answer that is asked for, or null when it was never kept or no longer is. */
  find(asked: ListQuery, revision: number): KeptOrder | null {
    const key = keyOf(asked, revision)
    const kept = this.#kept.get(key)
    if (kept === undefined) return null
    // The last used goes last.
    this.#kept.delete(key)
    this.#kept.set(key, kept)
    return kept
  }

  keep(asked: ListQuery, order: KeptOrder): void {
    this.#kept.set(keyOf(asked, order.revision), order)
    for (const key of [...this.#kept.keys()].slice(0, -most)) this.#kept.delete(key)
  }
}

function keyOf({ query, typing, order, filter, grouping }: ListQuery, revision: number): string {
  return JSON.stringify([revision, query, typing, order, filter ?? null, grouping ?? 'none'])
}
