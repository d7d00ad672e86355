import { nodeFileSystem } from '../files/node-file-system.ts'
import { StoryIndex } from '../index/story-index.ts'
import type { IndexedFolder, Indexing } from './archive-list.ts'
import { indexPath, indexSources } from './index-sources.ts'

/** The index in this process, in step before every answer: for the command line, which has nothing else to do meanwhile. */
export function ownIndex(
  { root, settings }: IndexedFolder,
  options: Pick<Indexing, 'onProgress' | 'signal' | 'onTrouble'> = {},
): Indexing {
  return {
    ...options,
    inStep: 'before_answers',
    open: () => StoryIndex.open(indexPath(root), indexSources(nodeFileSystem, root, settings)),
  }
}
