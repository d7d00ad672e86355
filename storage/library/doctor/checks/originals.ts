import { createHash } from 'node:crypto'
import type { Check } from '../check.ts'
import { mediaFiles } from '../media-files.ts'

/** Originals against the hash that names them. A damaged one is put aside, so that adding the photo again brings it back. */
export const originals: Check = async function* ({ fs, root, quarantine }) {
  for (const { id, originals: paths } of await mediaFiles(fs, root)) {
    for (const path of paths) {
      if (
        createHash('sha256')
          .update(await fs.readFile(path))
          .digest('hex') === id
      )
        continue
      const problem = 'The file of a photo is damaged.'
      const mend = async (): Promise<string> => {
        await quarantine.move(path, problem)
        return 'The damaged photo was put aside; add it again to have it back.'
      }
      yield { path, code: 'media_damaged', problem, mend }
    }
  }
}
