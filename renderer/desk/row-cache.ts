import type { StoryId } from '../../storage/model/ids.ts'
import type { StorySummary } from '../../storage/model/summary.ts'

export type Rows = ReadonlyMap<number, StorySummary>

export const pageSize = 100
/** More rows than this are not kept, however far the list is scrolled. */
const mostKept = 2000

/** Rows of a list with more of them added. Those farthest from the new ones make room. */
export function withRows(rows: Rows, offset: number, more: readonly StorySummary[]): Rows {
  const all = new Map(rows)
  more.forEach((story, index) => all.set(offset + index, story))
  if (all.size <= mostKept) return all
  const middle = offset + more.length / 2
  const nearest = [...all].sort(([a], [b]) => Math.abs(a - middle) - Math.abs(b - middle))
  return new Map(nearest.slice(0, mostKept))
}

/** Where a story stands, or -1 when its row is not kept. */
export function placeOf(rows: Rows, id: string | null): number {
  for (const [place, story] of rows) if (story.id === id) return place
  return -1
}

/** The stories from one place to another, or null when not every row between them is kept. */
export function kept(rows: Rows, first: number, last: number): readonly StorySummary[] | null {
  const found: StorySummary[] = []
  for (let place = first; place <= last; place += 1) {
    const story = rows.get(place)
    if (story === undefined) return null
    found.push(story)
  }
  return found
}

/** Rows of a list that a story has left: those behind it move up. */
export function withoutRow(rows: Rows, id: StoryId): Rows {
  const gone = placeOf(rows, id)
  if (gone < 0) return rows
  return new Map(
    [...rows].filter(([place]) => place !== gone).map(([place, story]) => [place > gone ? place - 1 : place, story]),
  )
}

/** The stretch of whole pages with every row between two places that is not kept; null when all are. */
export function missing(rows: Rows, first: number, last: number): { offset: number; limit: number } | null {
  let [from, to] = [first, last]
  while (from <= to && rows.has(from)) from += 1
  while (to >= from && rows.has(to)) to -= 1
  return from > to ? null : pagesOf(from, to)
}

/** The whole pages that hold the rows between two places. */
export function pagesOf(first: number, last: number): { offset: number; limit: number } {
  const offset = Math.floor(first / pageSize) * pageSize
  return { offset, limit: (Math.floor(last / pageSize) + 1) * pageSize - offset }
}
