import { basename } from 'node:path'
import { isTemporary } from '../../../files/atomic-write.ts'
import { removeTree } from '../../../files/remove-tree.ts'
import type { Check } from '../check.ts'
import { everyName } from '../every-name.ts'

/** Files that a crash left half-written. Nothing in them was ever acknowledged, so they are removed. */
export const temporaries: Check = async function* ({ fs, root }) {
  for await (const path of everyName(fs, root)) {
    if (!isTemporary(basename(path))) continue
    const mend = async (): Promise<string> => {
      await removeTree(fs, path)
      return 'The unfinished file was removed.'
    }
    yield { path, code: 'temporary_left', problem: 'A file was left unfinished by a crash.', mend }
  }
}
