import { basename } from 'node:path'
import { addPhoto } from '../../../media/photos.ts'
import { findPhoto } from '../../../media/stored-photo.ts'
import type { Check } from '../check.ts'
import { mediaFiles } from '../media-files.ts'

/** Records of photos: a damaged or missing one is read anew from the original, one without an original is told. */
export const mediaRecords: Check = async function* ({ fs, root, quarantine, now }) {
  for (const { id, record, originals } of await mediaFiles(fs, root)) {
    const [original] = originals
    const isGood = await findPhoto(root, id, fs).then(
      (photo) => photo !== null && photo.id === id,
      () => false,
    )
    if (isGood && original !== undefined) continue
    if (record !== null && original === undefined) {
      const problem = 'The file of a photo is missing. Add the photo again.'
      yield { path: record, code: 'media_without_original', problem }
      continue
    }
    if (original === undefined) continue
    const problem = record === null ? 'A photo has no record.' : 'The record of a photo is damaged.'
    const mend = async (): Promise<string> => {
      if (record !== null) await quarantine.move(record, problem)
      await addPhoto(root, basename(original), await fs.readFile(original), { files: fs, now })
      return 'The record was made again from what the photo says of itself.'
    }
    yield {
      path: record ?? original,
      code: record === null ? 'media_without_record' : 'media_record_damaged',
      problem,
      mend,
    }
  }
}
