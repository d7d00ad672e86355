import type { StoryMigration } from './migration.ts'

/** Format 2: when a story is due, of which story it is a translation, and who moved it from status to status. */
export const to2: StoryMigration = {
  to: 2,
  up: (file) => ({ ...file, record: withHandling(file['record']) }),
}

function withHandling(record: unknown): unknown {
  // What is no record is left for the schema to refuse.
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return record
  return { ...record, due: null, translation: null, moves: [] }
}
