import { figures } from '../../model/figures.ts'
import type { MediaId } from '../../model/ids.ts'
import { readStoryAt } from '../story-files.ts'
import type { Patient } from './check.ts'

export interface UsedMedia {
  /** The file of a story that names the photo, by the photo. */
  readonly usedIn: ReadonlyMap<MediaId, string>
  /** False when a story could not be read: then nobody knows what it names. */
  readonly complete: boolean
}

/** Which photos the stories name, those in the trash as well. */
export async function usedMedia({ fs, stories }: Patient): Promise<UsedMedia> {
  const usedIn = new Map<MediaId, string>()
  let complete = true
  for (const { id, places } of stories) {
    try {
      const { document } = await readStoryAt(fs, places, id)
      for (const { attributes } of figures(document)) {
        if (attributes.media !== null) usedIn.set(attributes.media, places.file)
      }
    } catch {
      complete = false
    }
  }
  return { usedIn, complete }
}
