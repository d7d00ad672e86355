import { join } from 'node:path'
import type { FileSystem } from '../files/file-system.ts'
import { namesIn } from '../files/folders.ts'
import { storyIdSchema } from '../model/ids.ts'
import type { StoryId } from '../model/ids.ts'
import { storyPlaces } from './places.ts'

/** The ids of all stories that have a folder where it belongs, oldest first. */
export async function storyIds(fs: FileSystem, root: string): Promise<StoryId[]> {
  const ids: StoryId[] = []
  const stories = join(root, 'stories')
  for (const year of (await namesIn(fs, stories)).filter((name) => /^\d{4}$/.test(name))) {
    for (const month of (await namesIn(fs, join(stories, year))).filter((name) => /^\d{2}$/.test(name))) {
      const folder = join(stories, year, month)
      for (const name of await namesIn(fs, folder)) {
        const id = storyIdSchema.safeParse(name)
        if (id.success && storyPlaces(root, id.data).folder === join(folder, name)) ids.push(id.data)
      }
    }
  }
  return ids
}
