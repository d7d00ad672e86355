import type { Readable } from 'node:stream'
import { openPromise } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { GalleyError } from '../model/errors.ts'
import { isArchivePath } from './archive-path.ts'

/** One file of an archive, read in pieces. */
export interface ArchiveFile {
  readonly path: string
  readonly bytes: number
  read(): Promise<AsyncIterable<Uint8Array>>
}

/** Something in an archive that no archive of ours holds: a link, a path that leads outside, a name twice. */
export interface ArchiveProblem {
  readonly path: string
  readonly problem: string
}

/** What an open zip lists. `close` it when its files have been read. */
export interface ZipContents {
  readonly files: readonly ArchiveFile[]
  readonly problems: readonly ArchiveProblem[]
  readonly comment: string
  close(): void
}

/** What a zip may claim to hold before it is taken for one that wants to fill the disk or the memory. */
export interface ZipLimits {
  readonly entries: number
  readonly bytes: number
}

/**
 * Lists a zip without believing a path or a length in it. Throws `too_large` past the limits, and as it comes what the
 * reader of zips says of one that is damaged.
 */
export async function readZip(path: string, limits: ZipLimits): Promise<ZipContents> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true })
  try {
    const entries = await readEntries(zip, limits)
    return {
      ...entries,
      comment: zip.comment,
      close: () => {
        zip.close()
      },
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function readEntries(zip: ZipFile, limits: ZipLimits): Promise<Pick<ZipContents, 'files' | 'problems'>> {
  const files: ArchiveFile[] = []
  const problems: ArchiveProblem[] = []
  const seen = new Set<string>()
  let total = 0
  if (zip.entryCount > limits.entries) throw tooLarge()
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', resolve)
    zip.on('entry', (entry: Entry) => {
      total += entry.uncompressedSize
      if (total > limits.bytes) {
        reject(tooLarge())
        return
      }
      const problem = problemOf(entry, seen)
      if (problem === null) files.push(fileOf(zip, entry))
      else problems.push({ path: entry.fileName, problem })
      zip.readEntry()
    })
    zip.readEntry()
  })
  return { files, problems }
}

function problemOf(entry: Entry, seen: Set<string>): string | null {
  // The upper half of these attributes is the file's mode where a Unix wrote the zip; 0xa000 is a link.
  if (((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000) return 'is a link'
  if (!isArchivePath(entry.fileName)) return 'has a path that leads outside, or that not every disk can hold'
  if (seen.has(entry.fileName)) return 'is there twice'
  if (entry.isEncrypted()) return 'is encrypted'
  seen.add(entry.fileName)
  return null
}

function fileOf(zip: ZipFile, entry: Entry): ArchiveFile {
  return {
    path: entry.fileName,
    bytes: entry.uncompressedSize,
    // The reader of a zip ends with an error when an entry unpacks to another length than it says.
    read: (): Promise<Readable> => zip.openReadStreamPromise(entry),
  }
}

function tooLarge(): GalleyError {
  return new GalleyError('too_large', 'This holds more than any archive of Galley does, so it was not read.')
}
