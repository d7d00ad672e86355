import type { Excerpt } from '../model/excerpt.ts'
import type { QueryProblem } from '../language/search/query.ts'
import type { GalleyError } from '../model/errors.ts'
import type { StoryId } from '../model/ids.ts'
import type { Instant } from '../model/instant.ts'
import type { Grouping, ListOrder, StoryFilter, StoryGroup } from '../model/listing.ts'
import type { StorySummary } from '../model/summary.ts'

/** Which stories are asked for. An empty query is every story. */
export interface ListedStories {
  /** Words, "phrases", -not, prefix*, OR and fields, as `readQuery` reads them. */
  readonly query: string
  /** The newest change first, unless asked otherwise. */
  readonly order?: ListOrder
  /** True while somebody is still typing the query: its last word may go on. */
  readonly typing?: boolean
  readonly filter?: StoryFilter
  readonly grouping?: Grouping
  /** What is now, for embargoes that end; this moment unless another is given. */
  readonly now?: Instant
  /** The list of which more is wanted. When it is not kept any more, the list as it stands now is used. */
  readonly revision?: number
}

/** How much of a list is asked for, and with what. */
export interface ListOptions extends ListedStories {
  readonly limit: number
  /** How many stories to pass over; none unless it is said. */
  readonly offset?: number
  /** Whether to show where the words were found. */
  readonly excerpts?: boolean
}

/** The stories that answer a query, and those whose files could not be read. */
export interface StoryList {
  /** How many answer the query, of which `stories` holds `limit` after the first `offset`. */
  readonly total: number
  /** Which state of the archive answered: given back, more of the same list comes. */
  readonly revision: number
  /** The groups of the whole list in order, told with its first stories. */
  readonly groups: readonly StoryGroup[]
  readonly stories: readonly StorySummary[]
  /** Where the words were found, of the stories that hold them in their text, when that was asked for. */
  readonly excerpts: ReadonlyMap<StoryId, Excerpt>
  readonly unreadable: readonly { readonly id: StoryId; readonly error: GalleyError }[]
  /** What of the query could not be understood and was left out. */
  readonly problems: readonly QueryProblem[]
}
