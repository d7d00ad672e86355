import type { Check } from '../check.ts'
import { mediaFiles } from '../media-files.ts'
import { usedMedia } from '../used-media.ts'

/** Photos that no story uses. They may be waiting for one, so they are only told. */
export const unusedMedia: Check = async function* (patient) {
  const { usedIn, complete } = await usedMedia(patient)
  if (!complete) return
  for (const { id, originals } of await mediaFiles(patient.fs, patient.root)) {
    const [path] = originals
    if (path === undefined || usedIn.has(id)) continue
    yield { path, code: 'media_unused', problem: 'No story uses this photo.', hint: true }
  }
}
