import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { FileSystem, OpenFile } from '../../files/file-system.ts'
import { GalleyError } from '../../model/errors.ts'
import { sealZip } from '../../files/zip-seal.ts'

/** What a zip without the 64-bit extension holds; readers of every age take it. */
const mostEntries = 65_000
const mostBytes = 4_000_000_000
/**
 * Packs files of a folder into one zip, in the order given. The same files give the same bytes on every machine: one
 * packer in JavaScript, one level, no times. Throws `too_large` when the zip would need the 64-bit extension.
 */
export async function writeZip(
  fs: FileSystem,
  folder: string,
  paths: readonly string[],
  target: string,
  onFile: () => void,
): Promise<void> {
  if (paths.length > mostEntries) throw tooLarge()
  const file = await fs.open(target, 'wx')
  try {
    await pack(fs, folder, paths, file, onFile)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function pack(
  fs: FileSystem,
  folder: string,
  paths: readonly string[],
  file: OpenFile,
  onFile: () => void,
): Promise<void> {
  let chunks: Uint8Array[] = []
  let failure: Error | null = null
  let written = 0
  const zip = new Zip((error, chunk) => {
    if (error !== null) failure = error
    else chunks.push(chunk)
  })
  const hash = createHash('sha256')
  const take = (): Uint8Array => {
    if (failure !== null) throw new GalleyError('internal', 'The zip could not be packed.', { cause: failure })
    const ready = Buffer.concat(chunks)
    chunks = []
    written += ready.length
    if (written > mostBytes) throw tooLarge()
    return ready
  }
  // A zip counts in local time, from 1980: noon of that day has the same digits in every zone.
  const noDay = new Date(1980, 0, 1, 12)
  for (const path of paths) {
    // Photos are packed already.
    const entry = /\.(?:jpg|png|webp|avif)$/.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 })
    entry.mtime = noDay
    zip.add(entry)
    // A file is pushed whole: how it is cut into pieces would show in the bytes.
    entry.push(await fs.readFile(join(folder, ...path.split('/'))), true)
    const ready = take()
    hash.update(ready)
    await file.write(ready)
    onFile()
  }
  zip.end()
  await file.write(sealZip('Galley bundle, sha256 ', hash, take()))
}

function tooLarge(): GalleyError {
  return new GalleyError('too_large', 'This is too much for one zip. Publish as a folder, or fewer stories at a time.')
}
