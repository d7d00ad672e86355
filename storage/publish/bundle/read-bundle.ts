import { constants } from 'node:fs'
import { lstat, open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isMissing } from '../../files/disk-error.ts'
import { readZip } from '../../files/read-zip.ts'
import type { ArchiveFile, ArchiveProblem } from '../../files/read-zip.ts'
import { sealProblem } from '../../files/zip-seal.ts'
import { GalleyError } from '../../model/errors.ts'

export interface BundleContents {
  readonly files: readonly ArchiveFile[]
  readonly problems: readonly ArchiveProblem[]
  close(): Promise<void>
}

/** A bundle of ours never holds more; a zip that says so wants to fill the disk or the memory. */
const mostEntries = 500_000
const mostBytes = 64 * 1024 ** 3

/**
 * Opens a bundle, folder or zip, and lists what is in it without following a link or believing a length.
 * Throws `not_found` when there is nothing at `path`, `bundle_invalid` when it is neither folder nor zip,
 * `too_large` when it holds more than any bundle does.
 */
export async function openBundle(path: string): Promise<BundleContents> {
  // A link to a bundle is the caller's own way of naming it; links inside a bundle are refused below.
  const facts = await stat(path).catch((cause: unknown) => {
    if (!isMissing(cause)) throw cause
    throw new GalleyError('not_found', 'There is no bundle at this place.', { cause })
  })
  return facts.isDirectory() ? openFolder(path) : openZip(path)
}

async function openFolder(root: string): Promise<BundleContents> {
  const files: ArchiveFile[] = []
  const problems: ArchiveProblem[] = []
  const walk = async (inside: string): Promise<void> => {
    const entries = await readdir(join(root, inside), { withFileTypes: true })
    if (files.length + entries.length > mostEntries) throw tooLarge()
    if (entries.length === 0 && inside !== '') problems.push({ path: inside, problem: 'is an empty folder' })
    for (const entry of entries) {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`
      if (entry.isSymbolicLink()) problems.push({ path, problem: 'is a link' })
      else if (entry.isDirectory()) await walk(path)
      else if (entry.isFile()) files.push(await fileOf(root, path))
      else problems.push({ path, problem: 'is no ordinary file' })
    }
  }
  await walk('')
  return { files, problems, close: () => Promise.resolve() }
}

async function fileOf(root: string, path: string): Promise<ArchiveFile> {
  const full = join(root, path)
  const { size } = await lstat(full)
  return {
    path,
    bytes: size,
    read: async () => {
      const handle = await open(full, constants.O_RDONLY | constants.O_NOFOLLOW)
      return handle.createReadStream()
    },
  }
}

async function openZip(path: string): Promise<BundleContents> {
  try {
    const zip = await readZip(path, { entries: mostEntries, bytes: mostBytes })
    const seal = await sealProblem('Galley bundle, sha256 ', path, zip.comment).catch((error: unknown) => {
      zip.close()
      throw error
    })
    return {
      files: zip.files,
      problems: seal === null ? zip.problems : [{ path: '', problem: seal }, ...zip.problems],
      close: () => {
        zip.close()
        return Promise.resolve()
      },
    }
  } catch (cause) {
    if (cause instanceof GalleyError) throw cause
    throw new GalleyError('bundle_invalid', 'This is no bundle of Galley, or it is damaged beyond reading.', { cause })
  }
}

function tooLarge(): GalleyError {
  return new GalleyError('too_large', 'This holds more than any bundle of Galley does, so it was not read.')
}
