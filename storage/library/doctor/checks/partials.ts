import { basename } from 'node:path'
import { removeTree } from '../../../files/remove-tree.ts'
import type { Check } from '../check.ts'
import { everyName } from '../every-name.ts'

const partial = /^\.galley-[0-9a-f]{16}\.partial(?:\.zip)?$/

/** Bundles and backups that were cut off. They are made again from the stories, so they are removed. */
export const partials: Check = async function* ({ fs, root }) {
  for await (const path of everyName(fs, root)) {
    if (!partial.test(basename(path))) continue
    const mend = async (): Promise<string> => {
      await removeTree(fs, path)
      return 'The unfinished bundle or backup was removed.'
    }
    yield { path, code: 'partial_left', problem: 'A bundle or backup was left unfinished.', mend }
  }
}
