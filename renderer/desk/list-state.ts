import type { Found } from '../../electron/ipc/contract/stories.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import type { LanguageTag } from '../../storage/model/language.ts'
import { noFilter } from '../../storage/model/listing.ts'
import type { Grouping, ListOrder, StoryCount, StoryFilter, StoryGroup } from '../../storage/model/listing.ts'
import type { StorySummary } from '../../storage/model/summary.ts'
import type { RowState } from '../../storage/model/row-state.ts'

/** What an editor has chosen to see. */
export interface Wanted {
  readonly query: string
  /** `all`, `today`, or `desk:` and the name of a desk. */
  readonly view: string
  /** Empty for every status. */
  readonly statuses: ReadonlySet<RowState>
  readonly language: LanguageTag | null
  /** Only stories with something to fix. */
  readonly findings: boolean
  readonly order: ListOrder
  /** What the rows stand together by. */
  readonly grouping: Grouping
}

export interface QueryProblem {
  readonly from: number
  readonly to: number
  readonly sentence: string
}

export interface ListState extends Wanted {
  readonly phase: 'loading' | 'ready' | 'failed'
  /** How many stories answer. */
  readonly total: number
  /** The groups of the whole list in order; none where nothing is grouped. */
  readonly groups: readonly StoryGroup[]
  /** Those of them that were looked at lately, by their places. */
  readonly rows: ReadonlyMap<number, StorySummary>
  readonly excerpts: ReadonlyMap<StoryId, Found>
  /** What of the query could not be understood. */
  readonly problems: readonly QueryProblem[]
  /** How many stories that answer the query stand how. */
  readonly counts: readonly StoryCount[]
  /** Stories whose files cannot be read, and why: they stand in no row. */
  readonly unreadable: readonly { readonly id: StoryId; readonly message: string }[]
  /** Stories that came or changed and that the list does not show yet. */
  readonly news: number
  /** Grows when something else is listed, which is read from its beginning. */
  readonly turn: number
}

export const nothingWanted: Wanted = {
  query: '',
  view: 'all',
  statuses: new Set(),
  language: null,
  findings: false,
  order: 'newest',
  grouping: 'none',
}

/** Whether anything beside the query narrows the list. */
export function isNarrowed(state: Wanted): boolean {
  return state.view !== 'all' || state.statuses.size > 0 || state.language !== null || state.findings
}

/** Whether the library holds no story at all. */
export function isEmptyDesk(state: ListState): boolean {
  return state.phase === 'ready' && state.total === 0 && state.query.trim() === '' && !isNarrowed(state)
}

export function startOfDay(now: Date): string {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate()).toISOString()
}

/** The filter that main is asked with. */
export function filterOf(state: Wanted, now: Date): StoryFilter {
  return {
    ...noFilter,
    states: [...state.statuses],
    desk: state.view.startsWith('desk:') ? state.view.slice('desk:'.length) : null,
    since: state.view === 'today' ? startOfDay(now) : null,
    language: state.language,
    findings: state.findings,
  }
}

/** The order that main is asked for: nothing is more relevant than the rest while nothing is searched for. */
export function orderOf(state: Wanted): ListOrder {
  return state.order === 'relevance' && state.query.trim() === '' ? 'newest' : state.order
}
