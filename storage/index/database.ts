import type Libsql from 'libsql'
import { existsSync, rmSync } from 'node:fs'
import { applicationId, indexVersion, tables } from './schema.ts'

export type Database = Libsql.Database

/** Removes an index. All that is lost is the time it takes to make it anew. */
export function removeIndex(path: string): void {
  for (const file of [path, `${path}-wal`, `${path}-shm`]) rmSync(file, { force: true })
}

/**
 * Opens the index at `path`, or makes an empty one: where there is none, where it is one of another version, and where the
 * file is no index at all. What it held is in the stories' files. Throws when the disk refuses even that.
 */
export async function openDatabase(path: string): Promise<Database> {
  const standing = await openStanding(path)
  if (standing !== null) return standing
  removeIndex(path)
  const made = new (await library())(path)
  try {
    made.exec('PRAGMA page_size = 8192')
    settle(made)
    made.exec(
      `BEGIN; ${tables} PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${indexVersion}; COMMIT`,
    )
    return made
  } catch (error) {
    made.close()
    throw error
  }
}

/** Opens the index that stands at `path`; null when there is none that can be used. */
export async function openStanding(path: string): Promise<Database | null> {
  if (!existsSync(path)) return null
  const Open = await library()
  return opened(() => new Open(path))
}

/** Loaded when the first index is opened: most commands need none. */
async function library(): Promise<typeof Libsql> {
  return (await import('libsql')).default
}

/** The index as it stands, or null when it cannot be used. */
function opened(open: () => Database): Database | null {
  let database: Database | null = null
  try {
    database = open()
    if (numberOf(database, 'application_id') === applicationId && numberOf(database, 'user_version') === indexVersion) {
      settle(database)
      // Read, not only looked up: a file that was cut short has its first page still.
      database.prepare('SELECT count(*) FROM stories').get()
      database.prepare('SELECT rowid FROM search WHERE search MATCH \'"galley"\' LIMIT 1').get()
      return database
    }
  } catch {
    // Whatever is wrong with it, it is made anew.
  }
  database?.close()
  return null
}

/** Nothing here is worth a sync to the disk: a write-ahead log keeps the file whole, and what is lost is read again. */
function settle(database: Database): void {
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA synchronous = NORMAL')
  database.exec('PRAGMA cache_size = -32000')
}

function numberOf(database: Database, pragma: string): unknown {
  const [number] = database.prepare(`PRAGMA ${pragma}`).raw().get() as [unknown]
  return number
}
