import { writeError } from '../files/disk-error.ts'
import type { Story } from '../model/story.ts'
import { newState } from './new-state.ts'
import { writeFirstSnapshot } from './story-files.ts'
import type { StoryFilesParts } from './story-files.ts'
import type { NewStory } from './workspace.ts'

/**
 * Stores a story that nobody has worked on yet, durably and whole. Throws `invalid_input`, `disk_full`, `disk_refused`;
 * then nothing was stored.
 */
export async function storeNewStory(
  files: StoryFilesParts,
  about: NewStory,
  now: Date,
  what = 'The new story',
): Promise<Story> {
  const { fs, id, places } = files
  const { record, document, ...rest } = newState(id, about, now)
  try {
    await writeFirstSnapshot(files, { record, document, ...rest })
  } catch (error) {
    for (const path of [places.file, places.previous]) await fs.unlink(path).catch(() => undefined)
    await fs.removeFolder(places.folder).catch(() => undefined)
    throw writeError(error, what)
  }
  return { record, document }
}
