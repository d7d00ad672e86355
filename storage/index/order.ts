import type { Instant } from '../model/instant.ts'
import type { Grouping, ListOrder, SortKey } from '../model/listing.ts'
import { rowStateOf, rowStates } from '../model/row-state.ts'
import { storyStatuses } from '../model/status.ts'
import type { StorySummary } from '../model/summary.ts'
import type { Value } from './conditions.ts'
import { stateColumn } from './filter.ts'

/** The terms of an order in SQL, their values apart from them. */
export interface Ordering {
  readonly terms: readonly string[]
  readonly values: readonly Value[]
}

const placeIn = (column: string, names: readonly string[]): string =>
  `CASE ${column} ${names.map((name, place) => `WHEN '${name}' THEN ${place}`).join(' ')} END`

/** What is sorted by, in SQL; ids begin with the moment at which a story was made. */
const columns: Readonly<Record<SortKey, string>> = {
  updated: 'stories.updated',
  created: 'stories.id',
  slug: 'stories.slug',
  headline: 'stories.headline COLLATE NOCASE',
  status: placeIn('stories.status', storyStatuses),
  desk: 'stories.desk',
  urgency: 'stories.urgency',
  due: 'stories.due',
  embargo: 'stories.embargo',
  words: 'stories.words',
}

/** What tells the stories without anything to sort by, which come last. */
const lacks: Partial<Readonly<Record<SortKey, string>>> = {
  headline: "stories.headline = ''",
  desk: "stories.desk = ''",
  due: 'stories.due IS NULL',
  embargo: 'stories.embargo IS NULL',
}

/** An order in SQL. `relevance` is the one of the full text, or null where the query asks it nothing. */
export function ordering(order: ListOrder, grouping: Grouping, now: Instant, relevance: string | null): Ordering {
  const { by, descending } = typeof order === 'string' ? ({ by: 'updated', descending: true } as const) : order
  const direction = descending ? 'DESC' : 'ASC'
  const lacking = lacks[by]
  const column = columns[by]
  const terms = [
    ...(order === 'relevance' && relevance !== null ? [relevance] : []),
    ...(lacking === undefined ? [] : [lacking]),
    `${column} ${direction}`,
    ...(by === 'updated' || by === 'created' ? [] : ['stories.updated DESC']),
    ...(by === 'updated' ? [`stories.id ${direction}`] : by === 'created' ? [] : ['stories.id DESC']),
  ]
  switch (grouping) {
    case 'none':
      return { terms, values: [] }
    case 'status':
      return { terms: [placeIn(`(${stateColumn})`, rowStates), ...terms], values: [now] }
    case 'desk':
      return { terms: ["stories.desk = ''", 'stories.desk', ...terms], values: [] }
  }
}

/** What a row is grouped by, in SQL. */
export function groupColumn(grouping: 'status' | 'desk', now: Instant): { sql: string; values: readonly Value[] } {
  return grouping === 'desk' ? { sql: 'stories.desk', values: [] } : { sql: stateColumn, values: [now] }
}

/** The group of one row. */
export function groupOf(summary: StorySummary, grouping: 'status' | 'desk', now: Instant): string {
  return grouping === 'desk' ? summary.desk : rowStateOf(summary, now)
}

type Compare = (a: StorySummary, b: StorySummary) => number

/** The same order for rows that are in hand. Without an index nothing is known of relevance. */
export function comparison(order: ListOrder, grouping: Grouping, now: Instant): Compare {
  const { by, descending } = typeof order === 'string' ? ({ by: 'updated', descending: true } as const) : order
  const sign = descending ? -1 : 1
  const compares: Compare[] = [
    (a, b) => Number(keyOf(a, by) === null) - Number(keyOf(b, by) === null),
    (a, b) => sign * compared(keyOf(a, by), keyOf(b, by)),
    (a, b) => compared(b.updated, a.updated),
    (a, b) => (by === 'updated' ? sign : -1) * compared(a.id, b.id),
  ]
  if (grouping === 'status') {
    const place = (story: StorySummary): number => rowStates.indexOf(rowStateOf(story, now))
    compares.unshift((a, b) => place(a) - place(b))
  } else if (grouping === 'desk') {
    compares.unshift(
      (a, b) => Number(a.desk === '') - Number(b.desk === ''),
      (a, b) => compared(a.desk, b.desk),
    )
  }
  return (a, b) => {
    for (const compare of compares) {
      const result = compare(a, b)
      if (result !== 0) return result
    }
    return 0
  }
}

function keyOf(story: StorySummary, by: SortKey): string | number | null {
  switch (by) {
    case 'created':
      return story.id
    case 'headline':
      return story.headline === '' ? null : story.headline.replace(/[A-Z]/gu, (letter) => letter.toLowerCase())
    case 'desk':
      return story.desk === '' ? null : story.desk
    case 'status':
      return storyStatuses.indexOf(story.status)
    default:
      return story[by]
  }
}

/** As SQLite compares: text by its code points, which JavaScript does not. */
function compared(a: string | number | null, b: string | number | null): number {
  if (a === b || a === null || b === null) return 0
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b))
  return a < b ? -1 : 1
}
