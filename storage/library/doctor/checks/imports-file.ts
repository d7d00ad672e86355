import { join } from 'node:path'
import { writeAtomically } from '../../../files/atomic-write.ts'
import { readIfThere } from '../../../files/read.ts'
import { isGalleyError } from '../../../model/errors.ts'
import { readProvenance } from '../../provenance.ts'
import type { Check } from '../check.ts'
import { newer } from '../generations-check.ts'

/** `imports.ndjson`: each line stands by itself, so that those that hold are kept, whatever became of the others. */
export const importsFile: Check = async function* ({ fs, root, quarantine }) {
  const path = join(root, 'imports.ndjson')
  const bytes = (await readIfThere(fs, path)) ?? new Uint8Array()
  try {
    const { lines, good } = readProvenance(bytes)
    const kept = Buffer.from(lines.join(''))
    if (kept.equals(bytes)) return
    const isTorn = kept.equals(bytes.subarray(0, good))
    const problem = isTorn
      ? 'The last line of the list of imports was never finished.'
      : 'A line of the list of imports is damaged.'
    yield {
      path,
      code: isTorn ? 'imports_torn' : 'imports_damaged',
      problem,
      mend: async () => {
        await quarantine.copy(path, bytes, problem)
        await writeAtomically(fs, path, kept, { what: 'The list of imports' })
        return `The list of imports was made again of the ${lines.length} lines that hold; the damaged list was put aside.`
      },
    }
  } catch (error) {
    if (!isGalleyError(error, 'newer_format')) throw error
    yield newer(path)
  }
}
