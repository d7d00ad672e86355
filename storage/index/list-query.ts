import type { QueryProblem } from '../language/search/query.ts'
import { readQuery } from '../language/search/read-query.ts'
import type { StoryId } from '../model/ids.ts'
import type { Instant } from '../model/instant.ts'
import { noFilter } from '../model/listing.ts'
import type { Grouping, ListOrder, StoryFilter, StoryGroup } from '../model/listing.ts'
import type { ListedRow, Listing, Unreadable } from './read-rows.ts'

/** What is looked for, as it was typed and chosen. */
export interface ListQuery {
  readonly query: string
  /** True while somebody is still typing the query: its last word may go on. */
  readonly typing: boolean
  readonly order: ListOrder
  /** Every story that answers the query, unless something is asked for. */
  readonly filter?: StoryFilter
  readonly grouping?: Grouping
  /** What is now, for embargoes that end: this moment unless another is given. */
  readonly now?: Instant
  /** The answer of which more is wanted. When it is not there any more, the answer as it stands now is used. */
  readonly revision?: number
}

/** A part of an answer. */
export interface Stretch {
  readonly offset: number
  readonly limit: number
}

/** Some of the stories that answer a query. */
export interface IndexQuery extends ListQuery {
  readonly limit: number
  /** How many to pass over; none unless it is said. */
  readonly offset?: number
  readonly excerpts: boolean
}

/** What was found, and what could not be looked into or understood. */
export interface IndexAnswer {
  readonly total: number
  /** Which state of the index answered: with it, more of the same answer can be asked for. */
  readonly revision: number
  /** The groups of the whole answer in order, told with its first rows; none where nothing is grouped. */
  readonly groups: readonly StoryGroup[]
  readonly stories: readonly ListedRow[]
  readonly unreadable: readonly Unreadable[]
  readonly problems: readonly QueryProblem[]
  /** True when the index holds no story at all, whatever was asked. */
  readonly isEmpty: boolean
}

/** The ids of a stretch of an answer, and which answer it was. */
export interface IdStretch {
  readonly ids: readonly StoryId[]
  readonly revision: number
}

/** A place in an answer: that of a story, or of the next one after a place that begins with something. */
export type PlaceWanted = { readonly story: StoryId } | { readonly beginning: string; readonly after: number }

/** Where it is, or null when it is nowhere in the answer. */
export interface Place {
  readonly place: number | null
  readonly revision: number
}

/** Reads what was typed. */
export function listingOf(asked: ListQuery): { readonly listing: Listing; readonly problems: readonly QueryProblem[] } {
  const { query, typing, order, filter = noFilter, grouping = 'none', now = new Date().toISOString() } = asked
  const { root, problems } = readQuery(query, { typing })
  return { listing: { query: root, filter, order, grouping, now }, problems }
}
