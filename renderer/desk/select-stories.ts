import type { StorySummary } from '../../storage/model/summary.ts'
import { isSameDay } from '../i18n/format.ts'
import { rowStateOf } from './row-state.ts'
import type { RowState } from './row-state.ts'

export const orders = ['newest', 'oldest', 'slug'] as const
export type Order = (typeof orders)[number]

const comparisons: Readonly<Record<Order, (a: StorySummary, b: StorySummary) => number>> = {
  newest: (a, b) => b.updated.localeCompare(a.updated) || a.id.localeCompare(b.id),
  oldest: (a, b) => a.updated.localeCompare(b.updated) || a.id.localeCompare(b.id),
  slug: (a, b) => a.slug.localeCompare(b.slug) || a.language.localeCompare(b.language) || a.id.localeCompare(b.id),
}

/** The stories of a view: `all`, `today` or `desk:Foreign`. */
export function storiesOfView(stories: readonly StorySummary[], view: string, now: Date): StorySummary[] {
  if (view === 'today') return stories.filter((story) => isSameDay(new Date(story.updated), now))
  if (view.startsWith('desk:')) return stories.filter((story) => story.desk === view.slice('desk:'.length))
  return [...stories]
}

/** The stories in one of the states (any, when none is given), in an order. */
export function selectStories(
  stories: readonly StorySummary[],
  states: ReadonlySet<RowState>,
  order: Order,
  now: Date,
): StorySummary[] {
  return stories.filter((story) => states.size === 0 || states.has(rowStateOf(story, now))).sort(comparisons[order])
}

/** How many stories are in each state. */
export function countStates(stories: readonly StorySummary[], now: Date): ReadonlyMap<RowState, number> {
  const counts = new Map<RowState, number>()
  for (const story of stories) {
    const state = rowStateOf(story, now)
    counts.set(state, (counts.get(state) ?? 0) + 1)
  }
  return counts
}
