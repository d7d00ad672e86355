import { createHash } from 'node:crypto'
import { isMissing, readError } from '../files/disk-error.ts'
import type { FileSystem } from '../files/file-system.ts'
import { writeSummedJson } from '../files/summed-json.ts'
import { GalleyError } from '../model/errors.ts'
import { mediaIdSchema } from '../model/ids.ts'
import { photoSchema } from '../model/photo.ts'
import type { Photo, PhotoType } from '../model/photo.ts'
import { measurePhoto } from './decode.ts'
import { originalPath, photoRecordPath } from './place.ts'
import { sniffPhoto } from './sniff.ts'
import { findPhoto } from './stored-photo.ts'
import { writeMediaFile } from './write-file.ts'

export { findPhoto, readOriginal, readPhoto } from './stored-photo.ts'

/** The largest file taken, in bytes. */
export const mostBytes = 100 * 1024 * 1024

export interface AddPhotoOptions {
  readonly files: FileSystem
  /** The moment noted as `added`; the clock's when left out. */
  readonly now?: Date
}

/**
 * Stores a photo under the hash of its bytes, untouched, with a record of what the agency wrote into it. The same bytes
 * again give the record that is there. `name` is what the file was called; it decides nothing.
 * Throws `unsupported_format`, `not_an_image`, `too_large`, `disk_full`, `disk_refused`; then nothing was stored.
 */
export async function addPhoto(
  root: string,
  name: string,
  bytes: Uint8Array,
  { files, now = new Date() }: AddPhotoOptions,
): Promise<Photo> {
  const type = typeOf(bytes)
  const id = mediaIdSchema.parse(createHash('sha256').update(bytes).digest('hex'))
  const known = await findPhoto(root, id, files)
  if (known !== null && (await holds(files, originalPath(root, id, known.type), bytes.length))) return known

  const size = await measurePhoto(bytes, type)
  const { readDescription } = await import('./description.ts')
  const photo = photoSchema.parse({
    id,
    name: bareName(name),
    type,
    bytes: bytes.length,
    ...size,
    added: now.toISOString(),
    description: readDescription(bytes),
  })
  const original = originalPath(root, id, type)
  const wasThere = await isSame(files, original, bytes)
  if (!wasThere) await writeMediaFile(files, root, original, bytes)
  const record = photoRecordPath(root, id)
  try {
    // The record comes last: an original without one is not in the store.
    await writeMediaFile(files, root, record, Buffer.from(writeSummedJson(photo)))
  } catch (error) {
    // The record may have taken its place all the same. Only without it, and if it is ours, may the original go.
    const isGone = await files.unlink(record).then(() => true, isMissing)
    if (isGone && !wasThere) await files.unlink(original).catch(() => undefined)
    throw error
  }
  return photo
}

function typeOf(bytes: Uint8Array): PhotoType {
  if (bytes.length > mostBytes) {
    throw new GalleyError('too_large', 'This photo is larger than 100 MB. Make it smaller and add it again.')
  }
  const sniffed = sniffPhoto(bytes)
  switch (sniffed) {
    case null:
      throw new GalleyError('not_an_image', 'This file is no photo that Galley can read. It was not added.')
    case 'image/svg+xml':
      throw new GalleyError('unsupported_format', 'SVG drawings can carry programs, so Galley takes photos only.')
    case 'image/heic':
      throw new GalleyError(
        'unsupported_format',
        'HEIC photos cannot be read here. Export this one as JPEG and add it.',
      )
    default:
      return sniffed
  }
}

/** The last part of a path of any system, bounded, without characters that cannot be shown. */
function bareName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const shown = last
    .slice(0, 255)
    .replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
  return shown === '' ? 'photo' : shown
}

async function isSame(files: FileSystem, path: string, bytes: Uint8Array): Promise<boolean> {
  return (await holds(files, path, bytes.length)) && Buffer.from(await files.readFile(path)).equals(bytes)
}

async function holds(files: FileSystem, path: string, bytes: number): Promise<boolean> {
  try {
    return (await files.stat(path)).bytes === bytes
  } catch (error) {
    if (isMissing(error)) return false
    throw readError(error, 'A photo')
  }
}
