import { entryFormat } from './entry.ts'

/** Lifts a journal entry from the format before to `to`. Pure: gets and returns plain JSON. */
export interface EntryMigration {
  readonly to: number
  readonly up: (entry: Readonly<Record<string, unknown>>) => Record<string, unknown>
}

/** Every migration, oldest first, with no gap: the first lifts format 1 to 2. */
export const entryMigrations: readonly EntryMigration[] = [
  // Who made a change of the record was not noted before.
  { to: 2, up: (entry) => (entry['kind'] === 'steps' ? { ...entry } : { ...entry, by: '' }) },
]

/** Brings an entry of any earlier format to the current one. What is no entry comes back as it is. */
export function migrateEntry(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || !('format' in json)) return json
  const { format } = json
  if (typeof format !== 'number' || format < 1 || format >= entryFormat) return json
  return entryMigrations
    .filter(({ to }) => to > format)
    .reduce<Record<string, unknown>>((older, { to, up }) => ({ ...up(older), format: to }), { ...json })
}
