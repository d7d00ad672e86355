import { createHash, randomBytes } from 'node:crypto'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { isArchivePath } from '../../files/archive-path.ts'
import { errnoOf, isMissing, writeError } from '../../files/disk-error.ts'
import type { FileSystem } from '../../files/file-system.ts'
import { ensureFolder } from '../../files/folders.ts'
import { nodeFileSystem } from '../../files/node-file-system.ts'
import { readIfThere } from '../../files/read.ts'
import { readZip } from '../../files/read-zip.ts'
import { sealProblem } from '../../files/zip-seal.ts'
import { ZipWriter } from '../../files/zip-writer.ts'
import { GalleyError } from '../../model/errors.ts'
import { filesPrefix, manifestPath, writeBackupManifest } from './manifest.ts'
import type { BackupFile } from './manifest.ts'
import { workspaceFiles } from './workspace-files.ts'

export interface BackupOptions {
  readonly now: Date
  readonly files?: FileSystem
  /** Called after every file with how many there are so far. */
  readonly onFile?: (done: number) => void
  readonly signal?: AbortSignal
}

/** A finished backup. `left` names files that no archive can hold: a name not every disk takes, or 1 GB and more. */
export interface Backup {
  readonly archive: string
  readonly files: number
  readonly bytes: number
  readonly left: readonly string[]
}

/** The seal that tells a backup from other zips. */
export const backupSeal = 'Galley backup, sha256 '

const mostBytes = 1024 ** 3

/**
 * Writes the whole workspace into one zip with a manifest of SHA-256 sums. It is built beside its place, synced, read
 * back and renamed; in memory are one file at a time and the list of files. The workspace may be open meanwhile.
 * Throws `destination_exists`, `invalid_input` for a place inside the workspace that is not `backups/`, `cancelled`,
 * `disk_full`, `disk_refused`; then there is no archive.
 */
export async function writeBackup(workspace: string, archive: string, options: BackupOptions): Promise<Backup> {
  const { files: fs = nodeFileSystem } = options
  const root = resolve(workspace)
  const target = resolve(archive)
  const inside = relative(root, target)
  if (!inside.startsWith('..') && inside !== target && !inside.startsWith(`backups${sep}`)) {
    throw new GalleyError('invalid_input', 'A backup belongs outside the workspace. Choose another folder or disk.')
  }
  const draft = join(dirname(target), `.galley-${randomBytes(8).toString('hex')}.partial`)
  try {
    await mustBeFree(fs, target)
    await ensureFolder(fs, dirname(target))
    const packed = await pack(fs, root, draft, options)
    await readBack(draft, packed.files + 1)
    await mustBeFree(fs, target)
    await fs.rename(draft, target)
    await fs.syncFolder(dirname(target))
    return { archive: target, ...packed, bytes: (await fs.stat(target)).bytes }
  } catch (error) {
    await fs.unlink(draft).catch(() => undefined)
    throw errnoOf(error) === null ? error : writeError(error, 'The backup')
  }
}

async function pack(
  fs: FileSystem,
  root: string,
  draft: string,
  { now, onFile, signal }: BackupOptions,
): Promise<Pick<Backup, 'files' | 'left'>> {
  const listed: BackupFile[] = []
  const left: string[] = []
  const file = await fs.open(draft, 'wx')
  try {
    const zip = new ZipWriter(file)
    for await (const path of workspaceFiles(fs, root)) {
      if (signal?.aborted === true) throw new GalleyError('cancelled', 'The backup was stopped. Nothing was written.')
      const bytes = await contentOf(fs, join(root, path))
      if (bytes === 'gone') continue
      if (bytes === 'too large' || !isArchivePath(filesPrefix + path)) {
        left.push(path)
        continue
      }
      // Photos and saved versions are packed already.
      await zip.add(filesPrefix + path, bytes, { packed: /\.(?:jpg|png|webp|avif|gif|gz|zip)$/.test(path) })
      listed.push({ path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
      onFile?.(listed.length)
    }
    await zip.add(manifestPath, Buffer.from(writeBackupManifest(now, listed)))
    await zip.end(backupSeal)
    await file.sync()
  } finally {
    await file.close()
  }
  return { files: listed.length, left }
}

async function contentOf(fs: FileSystem, path: string): Promise<Uint8Array | 'gone' | 'too large'> {
  try {
    if ((await fs.stat(path)).bytes >= mostBytes) return 'too large'
    return (await readIfThere(fs, path)) ?? 'gone'
  } catch (error) {
    if (isMissing(error)) return 'gone'
    throw error
  }
}

/** Reads what reached the disk: its table, and every byte against the seal. */
async function readBack(draft: string, entries: number): Promise<void> {
  const zip = await readZip(draft, { entries, bytes: Number.MAX_SAFE_INTEGER })
  try {
    const problem = await sealProblem(backupSeal, draft, zip.comment)
    if (problem === null && zip.comment !== '' && zip.files.length === entries) return
  } finally {
    zip.close()
  }
  throw new GalleyError('disk_refused', 'The backup did not read back as it was written. Use another disk.')
}

async function mustBeFree(fs: FileSystem, target: string): Promise<void> {
  try {
    await fs.stat(target)
  } catch (error) {
    if (isMissing(error)) return
    throw error
  }
  throw new GalleyError('destination_exists', `${basename(target)} is there already. Choose another name.`)
}
