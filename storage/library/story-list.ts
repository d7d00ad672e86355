import type { Excerpt } from '../index/excerpt.ts'
import type { ListOrder } from '../index/read-rows.ts'
import type { QueryProblem } from '../language/search/query.ts'
import type { GalleyError } from '../model/errors.ts'
import type { StoryId } from '../model/ids.ts'
import type { StorySummary } from '../model/summary.ts'

/** Which stories are asked for. An empty query is every story. */
export interface ListOptions {
  /** Words, "phrases", -not, prefix*, OR and fields, as `readQuery` reads them. */
  readonly query: string
  readonly limit: number
  /** The newest change first, unless asked otherwise. */
  readonly order?: ListOrder
  /** True while somebody is still typing the query: its last word may go on. */
  readonly typing?: boolean
  /** Whether to show where the words were found. */
  readonly excerpts?: boolean
}

/** The stories that answer a query, and those whose files could not be read. */
export interface StoryList {
  /** How many answer the query, of which `stories` holds the first `limit`. */
  readonly total: number
  readonly stories: readonly StorySummary[]
  /** Where the words were found, of the stories that hold them in their text, when that was asked for. */
  readonly excerpts: ReadonlyMap<StoryId, Excerpt>
  readonly unreadable: readonly { readonly id: StoryId; readonly error: GalleyError }[]
  /** What of the query could not be understood and was left out. */
  readonly problems: readonly QueryProblem[]
}
