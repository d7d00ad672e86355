import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { FileSystem } from '../../../files/file-system.ts'
import { namesIn } from '../../../files/folders.ts'
import { readGenerations } from '../../../files/generations.ts'
import { removeIndex } from '../../../index/database.ts'
import { inspectIndex } from '../../../index/inspect.ts'
import type { InspectedIndex } from '../../../index/inspect.ts'
import type { StorySources } from '../../../index/story-sources.ts'
import { defaultSettings } from '../../../model/settings.ts'
import type { Settings } from '../../../model/settings.ts'
import { fileParser, workspaceFileSchema } from '../../formats.ts'
import { indexPath, indexSources } from '../../index-sources.ts'
import { previousOf } from '../../places.ts'
import type { Check } from '../check.ts'

/**
 * The index of the workspace. One that is damaged, or whose rows say of a story what its files do not, is removed: it is made
 * anew from the files. One that has not heard of the newest changes yet is in order, and only told of.
 */
export const indexFile: Check = async function* ({ fs, root }) {
  const path = indexPath(root)
  if (!(await namesIn(fs, root)).includes('index.sqlite')) return
  const settings = await settingsOf(fs, root)
  const sources = indexSources(fs, root, () => settings)
  const found = await inspectIndex(path)
  const compared = found === null ? null : await compare(found, sources)
  if (compared === null || compared.wrong > 0) {
    const problem =
      compared === null
        ? 'The index of the workspace is damaged or of another version.'
        : `The index of the workspace says of ${stories(compared.wrong)} what their files do not.`
    const mend = (): Promise<string> => {
      removeIndex(path)
      return Promise.resolve('The index was removed; it is made anew from the stories the next time it is needed.')
    }
    yield { path, code: 'index_damaged', problem, mend }
  } else if (compared.behind > 0) {
    const problem = `The index lacks the newest state of ${stories(compared.behind)}. It finds that by itself when it is next used.`
    yield { path, code: 'index_behind', problem, hint: true }
  }
}

function stories(count: number): string {
  return count === 1 ? '1 story' : `${count} stories`
}

/** How many rows are of an older state of the files or of none, and how many are wrong about the state they are of. */
async function compare(
  { identities, summaries }: InspectedIndex,
  sources: StorySources,
): Promise<{ behind: number; wrong: number }> {
  const ids = await sources.ids()
  const there = new Set<string>(ids)
  let behind = [...identities.keys()].filter((id) => !there.has(id)).length
  let wrong = 0
  for (const id of ids) {
    if (sources.identityOf(id) !== identities.get(id)) {
      behind += 1
      continue
    }
    const right = await sources.read(id).catch(() => null)
    const standing = summaries.get(id)
    if (!isDeepStrictEqual(right?.summary, standing)) wrong += 1
  }
  return { behind, wrong }
}

/** The settings that the index was made with; the usual ones when they are lost. */
async function settingsOf(fs: FileSystem, root: string): Promise<Settings> {
  const path = join(root, 'galley.json')
  const { value } = await readGenerations(fs, [path, previousOf(path)], fileParser(workspaceFileSchema)).catch(() => ({
    value: null,
  }))
  return value?.settings ?? defaultSettings
}
