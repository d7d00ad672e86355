import type { Instant } from '../model/instant.ts'
import type { StoryCount } from '../model/listing.ts'
import type { Database } from './database.ts'
import { withByline } from './filter.ts'
import { KeptOrders } from './kept-orders.ts'
import type { KeptOrder } from './kept-orders.ts'
import { listingOf } from './list-query.ts'
import type { IdStretch, IndexAnswer, IndexQuery, ListQuery, Place, PlaceWanted, Stretch } from './list-query.ts'
import {
  answer,
  countsOf,
  groupsOf,
  idsOfRows,
  isEmpty,
  orderedRows,
  rowOfStory,
  rowsBeginning,
  rowsOf,
  unreadable,
} from './read-rows.ts'
import type { Answers, Listing } from './read-rows.ts'

/** Answers queries from the rows of an index. */
export class RowReader {
  readonly #database: Database
  readonly #orders = new KeptOrders()
  /** Counts the writes, from a number that no index before this one had reached. */
  #revision = Date.now()

  constructor(database: Database) {
    this.#database = database
  }

  /** Rows were written: what is asked from now on is answered anew. */
  written(): void {
    this.#revision += 1
  }

  list(asked: IndexQuery): IndexAnswer {
    const { limit, offset = 0, excerpts } = asked
    const { listing, problems } = listingOf(asked)
    return {
      ...this.#some(asked, listing, { offset, limit, excerpts }),
      groups: offset === 0 ? groupsOf(this.#database, listing) : [],
      unreadable: unreadable(this.#database),
      problems,
      isEmpty: isEmpty(this.#database),
    }
  }

  ids(asked: ListQuery & Stretch): IdStretch {
    const { listing } = listingOf(asked)
    const { offset, limit } = asked
    const { rows, revision } = this.#order(asked, listing)
    return { ids: idsOfRows(this.#database, rows.slice(offset, offset + limit)), revision }
  }

  place(asked: ListQuery, wanted: PlaceWanted): Place {
    const { listing } = listingOf(asked)
    const { rows, revision } = this.#order(asked, listing)
    return { place: this.#placeIn(rows, wanted), revision }
  }

  counts(asked: ListQuery, recent: Instant): StoryCount[] {
    const { listing } = listingOf(asked)
    return countsOf(this.#database, withByline(listing.query, listing.filter), listing.now, recent)
  }

  /** The first rows are selected as such; whoever reads on gets them from the whole order, which is kept. */
  #some(
    asked: ListQuery,
    listing: Listing,
    { offset, limit, excerpts }: Stretch & { readonly excerpts: boolean },
  ): Answers & { revision: number } {
    const isFirst = offset === 0 && (asked.revision === undefined || asked.revision === this.#revision)
    if (isFirst) return { ...answer(this.#database, listing, limit, excerpts), revision: this.#revision }
    const { rows, revision } = this.#order(asked, listing)
    const stories = rowsOf(this.#database, rows.slice(offset, offset + limit), excerpts ? listing.query : null)
    return { total: rows.length, stories, revision }
  }

  #order(asked: ListQuery, listing: Listing): KeptOrder {
    const kept = this.#orders.find(asked, asked.revision ?? this.#revision) ?? this.#orders.find(asked, this.#revision)
    if (kept !== null) return kept
    const order = { revision: this.#revision, rows: orderedRows(this.#database, listing) }
    this.#orders.keep(asked, order)
    return order
  }

  #placeIn(rows: readonly number[], wanted: PlaceWanted): number | null {
    if ('story' in wanted) {
      const row = rowOfStory(this.#database, wanted.story)
      const place = row === null ? -1 : rows.indexOf(row)
      return place < 0 ? null : place
    }
    const beginning = rowsBeginning(this.#database, wanted.beginning)
    for (let step = 1; step <= rows.length; step += 1) {
      const place = (Math.max(-1, wanted.after) + step) % rows.length
      if (beginning.has(rows[place] ?? -1)) return place
    }
    return null
  }
}
