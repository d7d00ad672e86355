import type { FileSystem } from '../files/file-system.ts'
import { nodeFileSystem } from '../files/node-file-system.ts'
import { decodeText, readIfThere } from '../files/read.ts'
import { readSummedJson } from '../files/summed-json.ts'
import { GalleyError } from '../model/errors.ts'
import type { MediaId } from '../model/ids.ts'
import { photoSchema } from '../model/photo.ts'
import type { Photo } from '../model/photo.ts'
import { originalPath, photoRecordPath } from './place.ts'

/** The record of a photo. Throws `not_found`, or `workspace_damaged` when the record cannot be read. */
export async function readPhoto(root: string, id: MediaId, files: FileSystem = nodeFileSystem): Promise<Photo> {
  const photo = await findPhoto(root, id, files)
  if (photo === null) throw new GalleyError('not_found', 'This photo is not in the workspace. Add it again.')
  return photo
}

/** The record of a photo, or null when the store has none. Throws `workspace_damaged` when the record cannot be read. */
export async function findPhoto(root: string, id: MediaId, files: FileSystem = nodeFileSystem): Promise<Photo | null> {
  const bytes = await readIfThere(files, photoRecordPath(root, id))
  if (bytes === null) return null
  try {
    return readSummedJson(decodeText(bytes), (json) => photoSchema.parse(json))
  } catch (cause) {
    throw new GalleyError('workspace_damaged', 'The record of a photo is damaged. The photo itself is safe.', { cause })
  }
}

/** The bytes of an original, exactly as they came. Throws `not_found`. */
export async function readOriginal(
  root: string,
  photo: Photo,
  files: FileSystem = nodeFileSystem,
): Promise<Uint8Array> {
  const bytes = await readIfThere(files, originalPath(root, photo.id, photo.type))
  if (bytes !== null) return bytes
  throw new GalleyError('not_found', `The file of the photo ${photo.name} is missing. Add it again.`)
}
