import type { Publication } from '../../../storage/model/record.ts'
import type { StoryVersion } from '../../../storage/model/version.ts'

/** One line of a story's history. */
export type HistoryRow =
  | { readonly id: string; readonly kind: 'now' }
  | {
      readonly id: string
      readonly kind: 'version'
      readonly at: string
      readonly version: StoryVersion
      readonly publication: Publication | null
    }
  /** A publication of which no version was kept: it came from elsewhere, or before versions were. */
  | { readonly id: string; readonly kind: 'publication'; readonly at: string; readonly publication: Publication }

export type HistoryFilter = 'all' | 'named'

export interface HistoryDay {
  /** Any moment of the day, or null for what stands now. */
  readonly at: string | null
  readonly rows: readonly HistoryRow[]
}

/** A publication and the version that was kept of it are entered one after the other. */
const together = 60_000

/**
 * What stands now, then every version and publication, newest first. `named` keeps those that somebody named or
 * published.
 */
export function historyRows(
  versions: readonly StoryVersion[],
  publications: readonly Publication[],
  filter: HistoryFilter = 'all',
): HistoryRow[] {
  const left = new Set(publications)
  const kept = versions.map((version): HistoryRow & { at: string } => {
    const publication = version.kind === 'publication' ? nearest([...left], version.at) : null
    if (publication !== null) left.delete(publication)
    return { id: `version ${version.number}`, kind: 'version', at: version.at, version, publication }
  })
  const others = [...left].map((publication): HistoryRow & { at: string } => ({
    id: `publication ${publication.version}`,
    kind: 'publication',
    at: publication.at,
    publication,
  }))
  const past = [...kept, ...others].sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || order(b) - order(a))
  return [{ id: 'now', kind: 'now' }, ...past.filter((row) => filter === 'all' || isNamed(row))]
}

function isNamed(row: HistoryRow): boolean {
  return row.kind !== 'version' || row.version.name !== '' || row.version.kind === 'publication'
}

function order(row: HistoryRow): number {
  return row.kind === 'version' ? row.version.number : 0
}

function nearest(publications: readonly Publication[], at: string): Publication | null {
  const distance = (publication: Publication): number => Math.abs(Date.parse(publication.at) - Date.parse(at))
  const near = publications.filter((publication) => distance(publication) <= together)
  return near.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}

/** The rows day by day, as `isSameDay` tells days apart. */
export function byDay(rows: readonly HistoryRow[], isSameDay: (a: Date, b: Date) => boolean): HistoryDay[] {
  const days: { at: string | null; rows: HistoryRow[] }[] = []
  for (const row of rows) {
    const at = row.kind === 'now' ? null : row.at
    const last = days.at(-1)
    const isSame =
      last !== undefined &&
      (at === null || last.at === null ? at === last.at : isSameDay(new Date(at), new Date(last.at)))
    if (isSame) last.rows.push(row)
    else days.push({ at, rows: [row] })
  }
  return days
}
