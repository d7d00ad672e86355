import { join } from 'node:path'
import type { FileSystem } from '../../files/file-system.ts'
import { namesIn } from '../../files/folders.ts'
import { mediaIdSchema } from '../../model/ids.ts'
import type { MediaId } from '../../model/ids.ts'

/** The files of one photo in the media store. */
export interface MediaFiles {
  readonly id: MediaId
  readonly record: string | null
  /** One, unless the same bytes were stored under two names. */
  readonly originals: readonly string[]
}

const fileName = /^([0-9a-f]{64})\.([a-z]+)$/

/** Every photo of the store of which there is a record or an original. */
export async function mediaFiles(fs: FileSystem, root: string): Promise<MediaFiles[]> {
  const found = new Map<MediaId, { record: string | null; originals: string[] }>()
  for (const folder of (await namesIn(fs, join(root, 'media'))).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    for (const name of await namesIn(fs, join(root, 'media', folder))) {
      const [, hash, ending] = fileName.exec(name) ?? []
      if (hash?.startsWith(folder) !== true) continue
      const id = mediaIdSchema.parse(hash)
      const files = found.get(id) ?? { record: null, originals: [] }
      found.set(id, files)
      const path = join(root, 'media', folder, name)
      if (ending === 'json') files.record = path
      else files.originals.push(path)
    }
  }
  return [...found].map(([id, files]) => ({ id, ...files }))
}
