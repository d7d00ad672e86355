import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StorySummary } from '../model/summary.ts'
import { isSound, openStanding } from './database.ts'
import type { Database } from './database.ts'
import { everySummary, identities } from './read-rows.ts'

/** What an index holds, row by row. */
export interface InspectedIndex {
  /** Of which state of its files each story's row was made. */
  readonly identities: ReadonlyMap<string, string>
  readonly summaries: ReadonlyMap<string, StorySummary>
}

/**
 * Looks at the index at `path` without changing it; null when it is not as it was left, damaged or of another version. A copy is opened: SQLite
 * writes beside a file that it only reads.
 */
export async function inspectIndex(path: string): Promise<InspectedIndex | null> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-index-'))
  const copy = join(folder, 'index.sqlite')
  try {
    for (const part of ['', '-wal']) if (existsSync(path + part)) copyFileSync(path + part, copy + part)
    const database = await openStanding(path, copy)
    if (database === null) return null
    try {
      return inspected(database)
    } catch {
      return null
    } finally {
      database.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function inspected(database: Database): InspectedIndex | null {
  if (!isSound(database)) return null
  database.exec("INSERT INTO search (search) VALUES ('integrity-check')")
  return {
    identities: identities(database, null, null),
    summaries: new Map([...everySummary(database)].map((summary) => [summary.id, summary])),
  }
}
