// A process of its own that makes the index of a workspace and says how far it has come, until it is killed.
import { nodeFileSystem } from '../../../storage/files/node-file-system.ts'
import { StoryIndex } from '../../../storage/index/story-index.ts'
import { indexPath, indexSources } from '../../../storage/library/index-sources.ts'
import { defaultSettings } from '../../../storage/model/settings.ts'

const root = process.argv[2] ?? ''
const index = await StoryIndex.open(
  indexPath(root),
  indexSources(nodeFileSystem, root, () => defaultSettings),
)
for (;;) {
  const { done, finished } = await index.reconcile(0)
  process.stdout.write(`${done}\n`)
  // The parent decides when it is over.
  if (finished) await new Promise(() => setInterval(() => undefined, 1000))
}
