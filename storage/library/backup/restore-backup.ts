import { createHash, randomBytes } from 'node:crypto'
import { dirname, join, resolve } from 'node:path'
import { errnoOf, isMissing, writeError } from '../../files/disk-error.ts'
import type { FileSystem } from '../../files/file-system.ts'
import { ensureFolder } from '../../files/folders.ts'
import { nodeFileSystem } from '../../files/node-file-system.ts'
import { readZip } from '../../files/read-zip.ts'
import type { ArchiveFile, ZipContents } from '../../files/read-zip.ts'
import { removeTree } from '../../files/remove-tree.ts'
import { sealProblem } from '../../files/zip-seal.ts'
import { tightest } from '../../files/zip-writer.ts'
import { GalleyError, isGalleyError } from '../../model/errors.ts'
import { filesPrefix, manifestPath, readBackupManifest } from './manifest.ts'
import type { BackupFile } from './manifest.ts'
import { backupSeal } from './write-backup.ts'

export interface RestoreOptions {
  readonly files?: FileSystem
  readonly onFile?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

export interface Restored {
  readonly workspace: string
  readonly files: number
  readonly bytes: number
}

const mostEntries = 5_000_000
const mostManifestBytes = 1024 ** 3

/**
 * Unpacks a backup into a new or empty folder. Everything is held against the seal and the manifest in a folder beside
 * it, which is then renamed: the workspace appears whole or not at all.
 * Throws `not_found`, `backup_invalid` for what is no backup or was changed, `too_large` for an archive that claims more
 * than it can hold, `newer_format`, `destination_exists`, `cancelled`, `disk_full`, `disk_refused`.
 */
export async function restoreBackup(archive: string, folder: string, options: RestoreOptions = {}): Promise<Restored> {
  const { files: fs = nodeFileSystem } = options
  const target = resolve(folder)
  const draft = join(dirname(target), `.galley-${randomBytes(8).toString('hex')}.partial`)
  try {
    const standing = await mustBeEmpty(fs, target)
    const zip = await openArchive(fs, archive)
    try {
      const listed = await manifestOf(zip)
      await ensureFolder(fs, dirname(target))
      await unpack(fs, listed, draft, options)
      if (standing) await fs.removeFolder(target)
      await fs.rename(draft, target)
      await fs.syncFolder(dirname(target))
      const bytes = listed.reduce((sum, [file]) => sum + file.bytes, 0)
      return { workspace: target, files: listed.length, bytes }
    } finally {
      zip.close()
    }
  } catch (error) {
    await removeTree(fs, draft).catch(() => undefined)
    throw errnoOf(error) === null ? error : writeError(error, 'The workspace')
  }
}

/** Whether there is an empty folder. Throws `destination_exists` for anything else that is there. */
async function mustBeEmpty(fs: FileSystem, target: string): Promise<boolean> {
  try {
    if ((await fs.stat(target)).isFolder && (await fs.readFolder(target)).length === 0) return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
  throw new GalleyError('destination_exists', `${target} is not an empty folder. Choose a new or empty one.`)
}

async function openArchive(fs: FileSystem, archive: string): Promise<ZipContents> {
  const { bytes } = await fs.stat(archive).catch((cause: unknown) => {
    if (!isMissing(cause)) throw cause
    throw new GalleyError('not_found', `There is no backup at ${archive}.`, { cause })
  })
  const zip = await readZip(archive, { entries: mostEntries, bytes: bytes * tightest }).catch(refuse)
  try {
    const problem = zip.comment === '' ? 'has no seal' : await sealProblem(backupSeal, archive, zip.comment)
    const first = problem ?? zip.problems[0]?.problem
    if (first !== undefined) throw new Error(`the archive ${first}`)
    return zip
  } catch (error) {
    zip.close()
    return refuse(error)
  }
}

/** Every file of the manifest with its entry. Throws `backup_invalid` when the two do not agree to the last name. */
async function manifestOf({ files }: ZipContents): Promise<[BackupFile, ArchiveFile][]> {
  const entries = new Map(files.map((file) => [file.path, file]))
  try {
    const own = entries.get(manifestPath)
    if (own === undefined || own.bytes > mostManifestBytes) throw new Error('there is no manifest')
    const chunks: Uint8Array[] = []
    for await (const chunk of await own.read()) chunks.push(chunk)
    const manifest = readBackupManifest(Buffer.concat(chunks))
    const listed = manifest.files.map((file): [BackupFile, ArchiveFile] => {
      const entry = entries.get(filesPrefix + file.path)
      if (entry?.bytes !== file.bytes) throw new Error(`${file.path} is not as long as it was`)
      entries.delete(entry.path)
      return [file, entry]
    })
    if (entries.size !== 1) throw new Error('it holds files that are not in its manifest')
    return listed
  } catch (error) {
    return refuse(error)
  }
}

async function unpack(
  fs: FileSystem,
  listed: readonly [BackupFile, ArchiveFile][],
  draft: string,
  { onFile, signal }: RestoreOptions,
): Promise<void> {
  await ensureFolder(fs, draft)
  const folders = new Set([draft])
  for (const [index, [file, entry]] of listed.entries()) {
    if (signal?.aborted === true) throw new GalleyError('cancelled', 'Restoring was stopped. Nothing was restored.')
    const path = join(draft, ...file.path.split('/'))
    if (!folders.has(dirname(path))) await ensureFolder(fs, dirname(path))
    folders.add(dirname(path))
    await unpackOne(fs, file, entry, path)
    onFile?.(index + 1, listed.length)
  }
  for (const folder of folders) await fs.syncFolder(folder)
}

async function unpackOne(fs: FileSystem, { sha256 }: BackupFile, entry: ArchiveFile, path: string): Promise<void> {
  const hash = createHash('sha256')
  const stream = await entry.read().catch(refuse)
  const file = await fs.open(path, 'wx')
  try {
    for await (const chunk of stream) {
      hash.update(chunk)
      await file.write(chunk)
    }
    await file.sync()
  } catch (error) {
    // What the disk says is the disk's; the rest comes from an archive that does not unpack.
    if (errnoOf(error) !== null) throw error
    refuse(error)
  } finally {
    await file.close()
  }
  if (hash.digest('hex') !== sha256) refuse(new Error(`${entry.path} is not what was packed`))
}

function refuse(cause: unknown): never {
  if (isGalleyError(cause)) throw cause
  throw new GalleyError(
    'backup_invalid',
    'This is no backup of Galley, or it was damaged or changed since it was made. Nothing was restored; use another one.',
    { cause },
  )
}
