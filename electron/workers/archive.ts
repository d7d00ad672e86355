import { nodeFileSystem as files } from '../../storage/files/node-file-system.ts'
import { StoryIndex } from '../../storage/index/story-index.ts'
import { indexPath, indexSources } from '../../storage/library/index-sources.ts'
import { defaultSettings } from '../../storage/model/settings.ts'
import { describeError } from '../main/log.ts'
import { archiveCalls } from './calls/archive.ts'
import { serve } from './calls/serve.ts'

const root = process.argv[2]
if (root === undefined) throw new Error('the archive process needs the workspace')

let settings = defaultSettings
const index = StoryIndex.open(
  indexPath(root),
  indexSources(files, root, () => settings),
)

serve(
  process.parentPort,
  archiveCalls,
  {
    list: async (query) => (await index).list(query),
    ids: async (stretch) => {
      const { ids, revision } = await (await index).ids(stretch)
      return { ids: [...ids], revision }
    },
    place: async ({ query, wanted }) => (await index).place(query, wanted),
    counts: async ({ query, recent }) => [...(await (await index).counts(query, recent))],
    put: async ({ states }) => {
      await (await index).put(states)
      return null
    },
    refresh: async ({ ids, limits }) => {
      settings = { ...settings, limits }
      await (await index).refresh(ids)
      return null
    },
    reconcile: async ({ budget, limits }) => {
      settings = { ...settings, limits }
      const { changed, ...progress } = await (await index).reconcile(budget)
      return { ...progress, changed: [...changed] }
    },
    close: async () => {
      await (await index).close()
      return null
    },
  },
  (what, error) => process.stderr.write(`archive ${what} ${describeError(error)}\n`),
)
