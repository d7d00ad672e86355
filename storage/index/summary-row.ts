import { crc32 } from 'node:zlib'
import type { StorySummary } from '../model/summary.ts'

/** The columns of `stories` that a list shows, in the order of a row. */
export const summaryColumns = [
  'id',
  'slug',
  'headline',
  'language',
  'status',
  'desk',
  'updated',
  'embargo',
  'due',
  'urgency',
  'words',
  'photos',
  'quotes',
  'errors',
  'warnings',
  'translation_of',
  'translation_version',
] as const

/** A row that is not as it was written: the file is damaged. */
export class DamagedRow extends Error {}

type Cell = string | number | null

/** A summary as a row: its columns, and last a sum over them. */
export function rowOfSummary(summary: StorySummary): Cell[] {
  const { id, slug, headline, language, status, desk, updated, embargo, due, urgency, translation } = summary
  const { words, photos, quotes, errors, warnings } = summary
  const cells = [
    ...[id, slug, headline, language, status, desk, updated, embargo, due, urgency],
    ...[words, photos, quotes, errors, warnings, translation?.of ?? null, translation?.version ?? null],
  ]
  return [...cells, sumOf(cells)]
}

/** The summary of a row as `rowOfSummary` made it; what follows its sum is left alone. Throws `DamagedRow`. */
export function summaryOfRow(row: readonly unknown[]): StorySummary {
  const cells = row.slice(0, summaryColumns.length)
  if (row[summaryColumns.length] !== sumOf(cells)) throw new DamagedRow('a row of the index is damaged')
  const [id, slug, headline, language, status, desk, updated, embargo, due, urgency, ...counts] = cells
  const [words, photos, quotes, errors, warnings, of, version] = counts
  const summary = {
    id,
    slug,
    headline,
    language,
    status,
    desk,
    updated,
    embargo,
    due,
    urgency,
    words,
    photos,
    quotes,
    errors,
    warnings,
    translation: of === null ? null : { of, version },
  }
  // The sum says that this is what was written, and only summaries are. To parse each again would cost more than the query.
  return summary as StorySummary
}

/** SQLite guards no page against a flipped bit. */
function sumOf(cells: readonly unknown[]): number {
  return crc32(cells.join('\u0000'))
}
