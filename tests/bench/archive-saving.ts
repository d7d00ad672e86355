import { openWorkspace } from '../../storage/library/open-workspace.ts'
import { ownIndex } from '../../storage/library/own-index.ts'
import type { ArchiveIndex } from '../../storage/index/story-index.ts'
import type { OpenStory, Workspace } from '../../storage/library/workspace.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import { typing, window1 } from '../unit/journal/entries.ts'
import type { Measurement } from './figure.ts'
import { interleave } from './interleave.ts'

const saves = 60

/** A change and its snapshot, in the archive and in a workspace of one story, each with its index in step. */
export async function saving(
  full: readonly [string, StoryId],
  empty: readonly [string, StoryId],
): Promise<Measurement> {
  const [archive, alone] = [await opened(full), await opened(empty)]
  const found = await interleave(saves, 10, { archive: () => save(archive), empty: () => save(alone) })
  for (const { story, workspace } of [archive, alone]) {
    await story.close()
    await workspace.close()
  }
  return {
    name: 'saving a story',
    unit: 'ms',
    samples: found.archive,
    baseline: { name: 'workspace of one story', samples: found.empty },
    limit: { atMost: 1.1 },
  }
}

interface Opened {
  readonly workspace: Workspace
  readonly story: OpenStory
  readonly index: ArchiveIndex
}

async function opened([root, id]: readonly [string, StoryId]): Promise<Opened> {
  const indexes: ArchiveIndex[] = []
  const workspace = await openWorkspace(root, {
    holder: 'a benchmark',
    indexing: (folder) => {
      const own = ownIndex(folder)
      const open = async (): Promise<ArchiveIndex> => {
        const index = await own.open()
        indexes.push(index)
        return index
      }
      return { ...own, open }
    },
  })
  const story = await workspace.openStory(id)
  await workspace.list({ query: '', limit: 1 })
  const [index] = indexes
  if (index === undefined) throw new Error('The workspace has no index.')
  return { workspace, story, index }
}

async function save({ story: { authority }, index }: Opened): Promise<number[]> {
  const started = performance.now()
  await authority.receive(authority.version, typing(authority.document, 'a'), window1)
  await authority.flush()
  const took = performance.now() - started
  // The index hears of it behind the save, in the application in another process: here it is done before the next one.
  await new Promise((resolve) => setTimeout(resolve, 5))
  await index.refresh([])
  return [took]
}
