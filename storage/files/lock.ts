import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { GalleyError } from '../model/errors.ts'
import { errnoOf, isMissing, writeError } from './disk-error.ts'
import type { FileSystem } from './file-system.ts'
import { namesIn } from './folders.ts'
import { lifeOf, ownIdentity, processIdentitySchema } from './process-identity.ts'
import { readIfThere } from './read.ts'

const lockSchema = processIdentitySchema.extend({
  /** Tells this hold from every other one. */
  token: z.string().min(1),
  /** Who holds it, in words: "Galley". */
  holder: z.string(),
})
type LockNote = z.infer<typeof lockSchema>

/** A lock we hold. */
export interface Lock {
  /** Gives the lock back. Safe to call twice; another holder's lock is left alone. */
  release(): Promise<void>
}

/** How long a lock file that cannot be read may be one that is just being written. */
const writingMs = 2000

/**
 * Takes the lock of a folder: the file `.lock` in it, which names the process that holds it. A dead process's lock is
 * taken over; a live one's is not, nor one that may be alive where we cannot see.
 * Throws `workspace_locked` naming the holder, `disk_full`, `disk_refused`.
 */
export async function takeLock(fs: FileSystem, folder: string, holder: string): Promise<Lock> {
  const path = join(folder, '.lock')
  const note: LockNote = { ...(await ownIdentity()), token: randomBytes(16).toString('hex'), holder }
  while (!(await place(fs, path, note))) await removeStale(fs, path, note)
  await sweep(fs, folder, note)
  return { release: () => removeIfOurs(fs, path, note) }
}

/** Puts the note in place at once and whole, so that nobody reads half a lock. False when there is one already. */
async function place(fs: FileSystem, path: string, note: LockNote): Promise<boolean> {
  const draft = `${path}.${note.token}`
  try {
    try {
      await write(fs, draft, note)
      await fs.link(draft, path)
    } finally {
      await fs.unlink(draft).catch(() => undefined)
    }
    return true
  } catch (error) {
    const errno = errnoOf(error)
    if (errno === 'EEXIST') return false
    if (errno === 'EPERM' || errno === 'ENOTSUP' || errno === 'EOPNOTSUPP' || errno === 'ENOSYS') {
      return placeWithoutLinks(fs, path, note)
    }
    throw writeError(error, 'The workspace lock')
  }
}

const drafted = /^\.lock(?:\.judge)?\.[0-9a-f]{32}$/

/** Removes what processes that died over taking the lock left beside it. Best effort: it is rubbish, and in nobody's way. */
async function sweep(fs: FileSystem, folder: string, { token }: LockNote): Promise<void> {
  const names = await namesIn(fs, folder).catch(() => [])
  for (const name of names.filter((each) => drafted.test(each))) {
    const path = join(folder, name)
    try {
      const { modified } = await fs.stat(path)
      const note = lockSchema.safeParse(parsed(await fs.readFile(path)))
      const isDead = note.success
        ? note.data.token === token || (await lifeOf(note.data)) === 'dead'
        : Date.now() - modified > writingMs
      if (isDead) await fs.unlink(path)
    } catch {
      // Its own process has removed it.
    }
  }
}

/** For file systems without second names, such as memory cards: a reader may see the file before its content. */
async function placeWithoutLinks(fs: FileSystem, path: string, note: LockNote): Promise<boolean> {
  try {
    await write(fs, path, note)
    return true
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false
    throw writeError(error, 'The workspace lock')
  }
}

async function write(fs: FileSystem, path: string, note: LockNote): Promise<void> {
  const file = await fs.open(path, 'wx')
  try {
    await file.write(Buffer.from(`${JSON.stringify(note)}\n`))
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Removes the lock when its holder is dead. Only one process at a time judges, or two would each remove the other's. */
async function removeStale(fs: FileSystem, path: string, note: LockNote): Promise<void> {
  const judge = `${path}.judge`
  if (!(await place(fs, judge, note))) {
    const other = await read(fs, judge)
    if (other === 'gone') return
    if (other === 'unreadable' || (await lifeOf(other)) === 'dead') await unlinkIfThere(fs, judge)
    else await wait(20)
    return
  }
  try {
    await judgeLock(fs, path)
  } finally {
    await unlinkIfThere(fs, judge)
  }
}

async function judgeLock(fs: FileSystem, path: string): Promise<void> {
  const held = await read(fs, path)
  if (held === 'gone') return
  if (held !== 'unreadable') {
    const life = await lifeOf(held)
    if (life !== 'dead') throw locked(held, life, path)
  }
  await unlinkIfThere(fs, path)
}

async function read(fs: FileSystem, path: string): Promise<LockNote | 'gone' | 'unreadable'> {
  const until = Date.now() + writingMs
  for (;;) {
    const bytes = await readIfThere(fs, path)
    if (bytes === null) return 'gone'
    const note = lockSchema.safeParse(parsed(bytes))
    if (note.success) return note.data
    if (Date.now() > until) return 'unreadable'
    await wait(50)
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return null
  }
}

async function removeIfOurs(fs: FileSystem, path: string, note: LockNote): Promise<void> {
  const bytes = await readIfThere(fs, path).catch(() => null)
  if (bytes === null) return
  const held = lockSchema.safeParse(parsed(bytes))
  if (held.success && held.data.token === note.token) await unlinkIfThere(fs, path)
}

async function unlinkIfThere(fs: FileSystem, path: string): Promise<void> {
  try {
    await fs.unlink(path)
  } catch (error) {
    if (!isMissing(error)) throw writeError(error, 'The workspace lock')
  }
}

function locked(held: LockNote, life: 'alive' | 'unknown', path: string): GalleyError {
  const who = `${held.holder} (process ${held.pid}`
  return new GalleyError(
    'workspace_locked',
    life === 'alive'
      ? `This workspace is open in ${who}). Nothing was changed; close it there first.`
      : `This workspace seems to be open in ${who} on ${held.host}). Nothing was changed; close it there, or delete ${path} if that machine no longer runs it.`,
  )
}
