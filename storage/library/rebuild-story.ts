import { readIfThere } from '../files/read.ts'
import { GalleyError, isGalleyError } from '../model/errors.ts'
import type { Story } from '../model/story.ts'
import { readSavedStory, writeFirstSnapshot } from './story-files.ts'
import type { StoryFilesParts } from './story-files.ts'

const reason = 'No saved file of this story could be read. It was made again from one of its versions.'

/**
 * Makes a story's files again from one of its versions. What is there goes to the quarantine, the journal first: cut off
 * in between, its changes must not be taken for changes of the version. Throws `destination_exists` when the story can be
 * read, `newer_format`, `disk_full`, `disk_refused`.
 */
export async function rebuildStoryFiles(parts: StoryFilesParts, story: Story): Promise<void> {
  const { fs, quarantine, places, now = () => new Date() } = parts
  if (await canBeRead(parts)) {
    throw new GalleyError('destination_exists', 'This story can be read, so it was left as it is. Open it.')
  }
  const files = [places.journal, places.file, places.previous]
  const sequence = await sequenceBeyond(parts, files)
  for (const path of files) {
    if ((await readIfThere(fs, path)) !== null) await quarantine.move(path, reason)
  }
  const record = { ...story.record, updated: now().toISOString() }
  await writeFirstSnapshot(parts, { document: story.document, record, version: 0, sequence })
}

async function canBeRead(parts: StoryFilesParts): Promise<boolean> {
  try {
    await readSavedStory(parts)
    return true
  } catch (error) {
    if (isGalleyError(error, 'story_damaged') || isGalleyError(error, 'not_found')) return false
    throw error
  }
}

/**
 * A number above that of every entry the files can name, so that a journal which somebody brings back is known for an
 * old one. No entry is shorter than a byte.
 */
async function sequenceBeyond({ fs }: StoryFilesParts, paths: readonly string[]): Promise<number> {
  let highest = 0
  for (const path of paths) {
    const bytes = (await readIfThere(fs, path)) ?? new Uint8Array()
    for (const [, digits] of Buffer.from(bytes)
      .toString('latin1')
      .matchAll(/"sequence":\s*(\d{1,12})\b/g)) {
      highest = Math.max(highest, Number(digits))
    }
    highest += bytes.byteLength
  }
  return highest + 1
}
