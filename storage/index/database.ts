import type Libsql from 'libsql'
import { existsSync, rmSync } from 'node:fs'
import { noteClosed, noteOpened, removeNote, standingOf } from './closing-note.ts'
import { applicationId, indexVersion, tables } from './schema.ts'

export type Database = Libsql.Database

/** Removes an index. All that is lost is the time it takes to make it anew. */
export function removeIndex(path: string): void {
  for (const file of [path, `${path}-wal`, `${path}-shm`]) rmSync(file, { force: true })
  removeNote(path)
}

/**
 * Opens the index at `path`, or makes an empty one: where there is none, where it is one of another version, and where the
 * file is not as we left it. What it held is in the stories' files. Throws when the disk refuses even that.
 */
export async function openDatabase(path: string): Promise<Database> {
  const database = (await openStanding(path)) ?? (await made(path))
  noteOpened(path)
  return database
}

/** Closes an index in order: its file is then whole by itself, and known by what it is. */
export function closeDatabase(database: Database, path: string): void {
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } finally {
    database.close()
  }
  noteClosed(path)
}

/** Opens the index that stands at `path`, or `copy` of it; null when there is none that can be used. */
export async function openStanding(path: string, copy = path): Promise<Database | null> {
  if (!existsSync(path)) return null
  const standing = standingOf(path)
  if (standing === 'foreign') return null
  const Open = await library()
  let database: Database | null = null
  try {
    database = new Open(copy)
    const ours = numberOf(database, 'application_id') === applicationId
    if (ours && numberOf(database, 'user_version') === indexVersion && (standing === 'closed' || isSound(database))) {
      settle(database)
      return database
    }
  } catch {
    // Whatever is wrong with it, it is made anew.
  }
  database?.close()
  return null
}

async function made(path: string): Promise<Database> {
  removeIndex(path)
  const database = new (await library())(path)
  try {
    database.exec('PRAGMA page_size = 8192')
    settle(database)
    database.exec(
      `BEGIN; ${tables} PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${indexVersion}; COMMIT`,
    )
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Loaded when the first index is opened: most commands need none. */
async function library(): Promise<typeof Libsql> {
  return (await import('libsql')).default
}

/** Whether the file holds together. Takes a second for some hundred megabytes. */
export function isSound(database: Database): boolean {
  const [found] = database.prepare('PRAGMA quick_check(1)').raw().get() as [unknown]
  return found === 'ok'
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
