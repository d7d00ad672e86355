import { constants } from 'node:fs'
import { lstat, open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { openPromise } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { isMissing } from '../../files/disk-error.ts'
import { GalleyError } from '../../model/errors.ts'
import { isBundlePath } from './paths.ts'
import { sealProblem } from './zip-seal.ts'

/** One file of a bundle, read in pieces. */
export interface BundleFile {
  readonly path: string
  readonly bytes: number
  read(): Promise<AsyncIterable<Uint8Array>>
}

/** Something in a bundle that no file of a bundle is: a link, a path that leads outside, a name twice. */
export interface Problem {
  readonly path: string
  readonly problem: string
}

export interface BundleContents {
  readonly files: readonly BundleFile[]
  readonly problems: readonly Problem[]
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
  const files: BundleFile[] = []
  const problems: Problem[] = []
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

async function fileOf(root: string, path: string): Promise<BundleFile> {
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
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true }).catch(refuse)
  const files: BundleFile[] = []
  const problems: Problem[] = []
  try {
    const seal = await sealProblem(path, zip.comment)
    if (seal !== null) problems.push({ path: '', problem: seal })
    await readEntries(zip, files, problems)
  } catch (error) {
    zip.close()
    return refuse(error)
  }
  return {
    files,
    problems,
    close: () => {
      zip.close()
      return Promise.resolve()
    },
  }
}

function refuse(cause: unknown): never {
  if (cause instanceof GalleyError) throw cause
  throw new GalleyError('bundle_invalid', 'This is no bundle of Galley, or it is damaged beyond reading.', { cause })
}

async function readEntries(zip: ZipFile, files: BundleFile[], problems: Problem[]): Promise<void> {
  const seen = new Set<string>()
  let total = 0
  if (zip.entryCount > mostEntries) throw tooLarge()
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', resolve)
    zip.on('entry', (entry: Entry) => {
      total += entry.uncompressedSize
      if (total > mostBytes) {
        reject(tooLarge())
        return
      }
      const problem = problemOf(entry, seen)
      if (problem === null) files.push(fileOfZip(zip, entry))
      else problems.push({ path: entry.fileName, problem })
      zip.readEntry()
    })
    zip.readEntry()
  })
}

function problemOf(entry: Entry, seen: Set<string>): string | null {
  // The upper half of these attributes is the file's mode where a Unix wrote the zip; 0xa000 is a link.
  if (((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000) return 'is a link'
  if (!isBundlePath(entry.fileName)) return 'has a path that no bundle has'
  if (seen.has(entry.fileName)) return 'is there twice'
  if (entry.isEncrypted()) return 'is encrypted'
  seen.add(entry.fileName)
  return null
}

function fileOfZip(zip: ZipFile, entry: Entry): BundleFile {
  return {
    path: entry.fileName,
    bytes: entry.uncompressedSize,
    // The reader of a zip ends with an error when an entry unpacks to another length than it says.
    read: (): Promise<Readable> => zip.openReadStreamPromise(entry),
  }
}

function tooLarge(): GalleyError {
  return new GalleyError('too_large', 'This holds more than any bundle of Galley does, so it was not read.')
}
