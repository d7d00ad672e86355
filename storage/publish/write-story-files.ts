import { figures } from '../model/figures.ts'
import { GalleyError } from '../model/errors.ts'
import type { Settings } from '../model/settings.ts'
import type { Story } from '../model/story.ts'
import { embeddedDescription, readAssets } from './assets.ts'
import { BlockedByFindings } from './blocked-by-findings.ts'
import type { FolderDraft } from './bundle/folder-draft.ts'
import { variantName } from './bundle/paths.ts'
import { compose, houseOf } from './compose.ts'
import type { PlacedRendition } from './compose.ts'
import type { CopyName } from './copy-names.ts'
import type { PublishingDesk } from './desk.ts'
import { fingerprint } from './fingerprint.ts'
import { formatsOf } from './formats/index.ts'
import { ninjsItem } from './formats/ninjs.ts'
import type { StoryPlan } from './plan.ts'
import { profileFindings } from './profile-findings.ts'
import type { FormatName } from './request.ts'

export interface StoryFiles {
  readonly plan: StoryPlan
  /** The folder of every story in the bundle, by its id. */
  readonly folders: ReadonlyMap<string, string>
  readonly names: CopyName
  readonly draft: FolderDraft
  readonly formats: readonly FormatName[]
  readonly desk: PublishingDesk
  readonly settings: Settings
}

/**
 * Writes one story's files and its photos into a draft. Throws `version_behind` when the story was changed since it was
 * checked, `BlockedByFindings` when it does not hold to our profile, and as the desk's `renditions`.
 */
export async function writeStoryFiles(work: StoryFiles): Promise<void> {
  const { plan, folders, draft, desk, settings } = work
  const story = await desk.readStory(plan.id)
  const photos = await readAssets(story, desk)
  if (fingerprint(story, [...photos.values()], settings.publisher, plan.links) !== plan.fingerprint) {
    const sentence = `${plan.slug} was changed while it was being published. Nothing was published; publish again.`
    throw new GalleyError('version_behind', sentence)
  }
  const placed = plan.planned.publication.kind === 'kill' ? [] : await placePhotos(story, photos, work)
  const print = compose({ story, plan, folders, photos, placed, house: houseOf(settings, desk.newsroom) })

  const faults = profileFindings(print, ninjsItem(print))
  if (faults.length > 0) throw new BlockedByFindings([...plan.findings, ...faults])

  for (const { rendition, path } of placed.flat()) {
    await draft.add(path, rendition.data, { mediaType: rendition.type, role: 'rendition' })
  }
  for (const format of formatsOf(work.formats)) {
    await draft.add(`${print.folder}/${format.file}`, format.write(print), {
      mediaType: format.mediaType,
      role: format.role,
    })
  }
}

async function placePhotos(
  story: Story,
  photos: Awaited<ReturnType<typeof readAssets>>,
  { names, desk }: StoryFiles,
): Promise<PlacedRendition[][]> {
  const placed: PlacedRendition[][] = []
  for (const figure of figures(story.document)) {
    const photo = figure.attributes.media === null ? undefined : photos.get(figure.attributes.media)
    if (photo === undefined) {
      placed.push([])
      continue
    }
    const description = embeddedDescription(figure, photo, story.record.language)
    const variant = variantName(photo.id, description)
    const sizes = await desk.renditions(photo.id, description)
    placed.push(sizes.map((rendition) => ({ rendition, path: names(photo, variant, rendition.name) })))
  }
  return placed
}
