import type { StoryId } from '../../model/ids.ts'
import type { StoryStatus } from '../../model/status.ts'

/** The fields of a query that are searched for words: `caption:bridge`. */
export const textFields = ['slug', 'desk', 'byline', 'tag', 'person', 'quote', 'caption'] as const
export type TextField = (typeof textFields)[number]

/** What `has:` asks for. */
export const countedThings = ['photo', 'quote', 'error', 'warning'] as const
export type CountedThing = (typeof countedThings)[number]

/** Every field that a query knows. */
export const queryFields = [...textFields, 'status', 'lang', 'updated', 'words', 'has', 'translates'] as const
export type QueryField = (typeof queryFields)[number]

/** One condition of a query. */
export type QueryTerm =
  /** These folded words in this order; `prefix` when the last one may go on. Without a field they may stand anywhere. */
  | {
      readonly kind: 'text'
      readonly field: TextField | null
      readonly words: readonly string[]
      readonly prefix: boolean
    }
  | { readonly kind: 'status'; readonly status: StoryStatus }
  /** The language itself and its regions: `en` is also `en-GB`. */
  | { readonly kind: 'language'; readonly language: string }
  /** Days of UTC as `2026-11-02`; from the start of `from` until the start of `before`. Null is no limit. */
  | { readonly kind: 'updated'; readonly from: string | null; readonly before: string | null }
  | { readonly kind: 'words'; readonly least: number; readonly most: number }
  | { readonly kind: 'has'; readonly thing: CountedThing }
  /** A version of that story in another language. */
  | { readonly kind: 'translates'; readonly source: StoryId }

/** A query as a tree. `all` of nothing is every story. */
export type QueryNode =
  | QueryTerm
  | { readonly kind: 'all' | 'any'; readonly of: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly of: QueryNode }

/** A part of a query that could not be understood, where it stands, and a sentence that says why. */
export interface QueryProblem {
  readonly from: number
  readonly to: number
  readonly sentence: string
}

/** A query that was read. Whatever was wrong with it, it can be searched: `problems` says what was left out. */
export interface Query {
  readonly root: QueryNode
  readonly problems: readonly QueryProblem[]
}
