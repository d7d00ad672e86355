import type { Check } from '../check.ts'
import { mediaFiles } from '../media-files.ts'
import { usedMedia } from '../used-media.ts'

/** Photos that a story names and the store does not know. */
export const missingMedia: Check = async function* (patient) {
  const known = new Set((await mediaFiles(patient.fs, patient.root)).map(({ id }) => id))
  for (const [media, path] of (await usedMedia(patient)).usedIn) {
    if (known.has(media)) continue
    const problem = `A photo of this story, ${media.slice(0, 8)}, is not in the workspace. Add it again.`
    yield { path, code: 'media_missing', problem }
  }
}
