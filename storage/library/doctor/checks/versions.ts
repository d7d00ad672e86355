import { join } from 'node:path'
import { namesIn } from '../../../files/folders.ts'
import { isGalleyError } from '../../../model/errors.ts'
import { decodeVersion } from '../../versions/version-file.ts'
import type { Check } from '../check.ts'
import { newer } from '../generations-check.ts'

/** The saved versions of stories. One that does not hold is put aside, so that it is in no list. */
export const versions: Check = async function* ({ fs, quarantine, stories }) {
  for (const { places } of stories) {
    for (const name of await namesIn(fs, places.versions)) {
      if (!name.endsWith('.json.gz')) continue
      const path = join(places.versions, name)
      const bytes = await fs.readFile(path)
      const told = await decodeVersion(bytes).catch((error: unknown) => ({ error }))
      if (!('error' in told)) continue
      if (isGalleyError(told.error, 'newer_format')) {
        yield newer(path)
        continue
      }
      const problem = 'A saved version of this story is damaged.'
      const mend = async (): Promise<string> => {
        await quarantine.move(path, problem)
        return 'The version was put aside; the others stay.'
      }
      yield { path, code: 'version_damaged', problem, mend }
    }
  }
}
