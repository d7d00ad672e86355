import { rules } from '../checks/rules/index.ts'
import { storyFacts } from '../checks/story-facts.ts'
import type { FileSystem } from '../files/file-system.ts'
import { findPhoto } from '../media/stored-photo.ts'
import { figures } from '../model/figures.ts'
import type { FindingCounts } from '../index/indexed-story.ts'
import type { MediaId } from '../model/ids.ts'
import type { Photo } from '../model/photo.ts'
import type { Settings } from '../model/settings.ts'
import type { Story } from '../model/story.ts'

/** The assets of a story's figures, as the checks ask for them. A photo that is not in the store is left out. */
export async function photosOf(fs: FileSystem, root: string, { document }: Story): Promise<Map<MediaId, Photo>> {
  const photos = new Map<MediaId, Photo>()
  for (const { attributes } of figures(document)) {
    if (attributes.media === null || photos.has(attributes.media)) continue
    const photo = await findPhoto(root, attributes.media, fs)
    if (photo !== null) photos.set(photo.id, photo)
  }
  return photos
}

const counted = rules.filter(({ hints }) => hints !== true)

/** Counts the errors and warnings of a story. The cost is a walk through its text. */
export async function countFindings(
  fs: FileSystem,
  root: string,
  story: Story,
  settings: Settings,
): Promise<FindingCounts> {
  const photos = await photosOf(fs, root, story)
  // Quotations that are not tagged are a hint, which is not counted, and finding them is most of the work.
  const facts = storyFacts({ ...story, photos, settings, now: new Date() }, () => [])
  let errors = 0
  let warnings = 0
  for (const rule of counted) {
    for (const { severity } of rule.check(facts)) {
      if (severity === 'error') errors += 1
      if (severity === 'warning') warnings += 1
    }
  }
  return { errors, warnings }
}
