import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { errnoOf, isMissing, writeError } from './disk-error.ts'
import type { FileSystem } from './file-system.ts'
import { namesIn } from './folders.ts'

export interface AtomicWrite {
  /** What is written, for the sentence of an error: "The story". */
  readonly what: string
  /** Where the file that is replaced goes on living, on the same disk; it is deleted when this is left out. */
  readonly previous?: string
  /**
   * With `previous`: a file that another program puts in the place between the two renames stays there, and `PlaceTaken`
   * is thrown. Where the disk knows no second names, one that comes in the instant after the last look is written over.
   */
  readonly sparesOthers?: boolean
  /** Reads back what reached the disk, before anything is replaced; throws when it is not what it should be. */
  readonly verify?: (bytes: Uint8Array) => void
}

/** Another program has put a file where ours was to be, after what was there had become the previous one. */
export class PlaceTaken extends Error {}

const temporary = /^\..+\.[0-9a-f]{16}\.tmp$/

/** True for the name of a file that a crash left half-written. */
export function isTemporary(name: string): boolean {
  return temporary.test(name)
}

/**
 * Writes a whole file: readers and crashes see the old one or the new one, never a part and never none. Durable when
 * it resolves. With `previous`, a crash between the two renames can leave only the previous one: readers look there.
 * One writer per path is the caller's business. Throws `disk_full`, `disk_refused`; then the old file stands.
 */
export async function writeAtomically(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
  { what, previous, sparesOthers = false, verify }: AtomicWrite,
): Promise<void> {
  const folder = dirname(path)
  const draft = join(folder, `.${basename(path)}.${randomBytes(8).toString('hex')}.tmp`)
  try {
    await writeDurably(fs, draft, bytes)
    if (verify !== undefined) verify(await fs.readFile(draft))
    if (previous === undefined) await fs.rename(draft, path)
    else await renameKeeping(fs, draft, path, previous, sparesOthers)
    await fs.syncFolder(folder)
  } catch (error) {
    await fs.unlink(draft).catch(() => undefined)
    throw error instanceof PlaceTaken ? error : writeError(error, what)
  }
}

/** Removes what crashes left half-written in a folder. Best effort: it is rubbish, not damage. */
export async function removeTemporaries(fs: FileSystem, folder: string): Promise<void> {
  const names = await namesIn(fs, folder)
  for (const name of names.filter(isTemporary)) await fs.unlink(join(folder, name)).catch(() => undefined)
}

async function writeDurably(fs: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const file = await fs.open(path, 'wx')
  try {
    await file.write(bytes)
    await file.sync()
  } catch (error) {
    await file.close().catch(() => undefined)
    throw error
  }
  await file.close()
}

async function renameKeeping(
  fs: FileSystem,
  draft: string,
  path: string,
  previous: string,
  sparesOthers: boolean,
): Promise<void> {
  const kept = await fs.rename(path, previous).then(
    () => true,
    (error: unknown) => {
      // Nothing to keep, or a crash has moved it there already.
      if (isMissing(error)) return false
      throw error
    },
  )
  try {
    if (sparesOthers) await putWhereNothingIs(fs, draft, path)
    else await fs.rename(draft, path)
  } catch (error) {
    if (kept && !(error instanceof PlaceTaken)) await renameWhereNothingIs(fs, previous, path).catch(() => undefined)
    throw error
  }
}

const noSecondNames = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])

async function putWhereNothingIs(fs: FileSystem, draft: string, path: string): Promise<void> {
  try {
    await fs.link(draft, path)
  } catch (error) {
    const errno = errnoOf(error) ?? ''
    if (errno === 'EEXIST') throw new PlaceTaken(path, { cause: error })
    if (!noSecondNames.has(errno)) throw error
    return renameWhereNothingIs(fs, draft, path)
  }
  // The file stands; a second name that stays is removed as rubbish is.
  await fs.unlink(draft).catch(() => undefined)
}

/** A look and a rename: what comes between the two is written over. */
async function renameWhereNothingIs(fs: FileSystem, from: string, to: string): Promise<void> {
  const stands = await fs.stat(to).then(
    () => true,
    (error: unknown) => !isMissing(error),
  )
  if (stands) throw new PlaceTaken(to)
  await fs.rename(from, to)
}
