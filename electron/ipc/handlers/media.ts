import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { GalleyError, isGalleyError } from '../../../storage/model/errors.ts'
import type { Photo } from '../../../storage/model/photo.ts'
import type { Desk } from '../../main/desk.ts'
import type { Refused } from '../contract/importing.ts'
import type { AddPhotosResult } from '../contract/media.ts'
import type { AreaHandlers } from './handlers.ts'

/** The same limit as the store's, looked at before a file is read into memory. In bytes. */
const largestPhoto = 100 * 1024 * 1024

export function mediaHandlers(desk: Desk): AreaHandlers<'media'> {
  return {
    add: ({ files }) =>
      addAll(
        desk,
        files.map(({ name, bytes }) => ({ name, read: () => bytes })),
      ),
    choose: async (_request, from) => {
      const paths = await desk.dialogs.choosePhotos(from)
      return addAll(
        desk,
        paths.map((path) => ({ name: basename(path), read: () => readPhotoFile(path) })),
      )
    },
    get: async ({ ids }) => {
      const found = await Promise.all(ids.map((id) => desk.media.find(id)))
      return { photos: found.filter((photo) => photo !== null) }
    },
  }
}

interface Incoming {
  readonly name: string
  readonly read: () => Uint8Array | Promise<Uint8Array>
}

/** Adds one after the other, in order. One that is refused is named; the others still come in. */
async function addAll({ media }: Desk, incoming: readonly Incoming[]): Promise<AddPhotosResult> {
  const photos: Photo[] = []
  const refused: Refused[] = []
  for (const { name, read } of incoming) {
    try {
      photos.push(await media.add(name, await read()))
    } catch (error) {
      if (!isGalleyError(error) || error.code === 'internal') throw error
      refused.push({ file: name, code: error.code, message: error.message })
    }
  }
  return { photos, refused }
}

async function readPhotoFile(path: string): Promise<Uint8Array> {
  const name = basename(path)
  let bytes: number
  try {
    bytes = (await stat(path)).size
    if (bytes <= largestPhoto) return await readFile(path)
  } catch (cause) {
    throw new GalleyError('disk_refused', `${name} could not be read. It was not added.`, { cause })
  }
  throw new GalleyError('too_large', `${name} is larger than 100 MB. Make it smaller and add it again.`)
}
