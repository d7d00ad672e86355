import { checkStory } from '../checks/check-story.ts'
import { figures } from '../model/figures.ts'
import { GalleyError } from '../model/errors.ts'
import type { MediaId, StoryId } from '../model/ids.ts'
import type { Instant } from '../model/instant.ts'
import type { Slug, StoryRecord } from '../model/record.ts'
import type { Settings } from '../model/settings.ts'
import { headlineOf } from '../model/summary.ts'
import { embeddedDescription, readAssets } from './assets.ts'
import type { StoryFinding } from './blocked-by-findings.ts'
import { variantName } from './bundle/paths.ts'
import type { PublishingDesk } from './desk.ts'
import { fingerprint } from './fingerprint.ts'
import { languageLinks } from './language-links.ts'
import type { LanguageLink } from './language-links.ts'
import { nextPublication } from './next-publication.ts'
import type { PlannedPublication } from './next-publication.ts'
import type { PublishRequest } from './request.ts'

/** What will be published of one story. Small, so that many fit in memory; the story itself is read again to be written. */
export interface StoryPlan {
  readonly id: StoryId
  readonly slug: Slug
  readonly headline: string
  readonly language: StoryRecord['language']
  readonly fingerprint: string
  readonly links: readonly LanguageLink[]
  readonly earlier: StoryRecord['publications']
  readonly planned: PlannedPublication
  readonly findings: readonly StoryFinding[]
  /** The copies it needs of its photos: which photo, and a name for what is embedded. */
  readonly copies: readonly { readonly media: MediaId; readonly variant: string }[]
}

/** Reads and checks one story and decides its publication. Throws as `readStory` and `nextPublication`. */
export async function planStory(
  id: StoryId,
  request: PublishRequest,
  desk: PublishingDesk,
  settings: Settings,
  now: Instant,
): Promise<StoryPlan> {
  const story = await desk.readStory(id)
  const { record, document } = story
  const photos = await readAssets(story, desk)
  const links = await languageLinks(id, request, desk)
  const print = fingerprint(story, [...photos.values()], settings.publisher, links)
  const planned = nextPublication(record.publications, print, request, now)
  const shown = planned.publication.kind === 'kill' ? [] : figures(document)
  const copies = shown.flatMap((figure) => {
    const media = figure.attributes.media
    if (media === null) return []
    const photo = photos.get(media)
    if (photo === undefined) {
      const sentence = `A photo of ${record.slug} is not in this workspace. Add it again or take it out, then publish.`
      throw new GalleyError('not_found', sentence)
    }
    return [{ media, variant: variantName(media, embeddedDescription(figure, photo, record.language)) }]
  })
  const { findings } = checkStory({ record, document, photos, settings, now: new Date(now) })
  return {
    id,
    slug: record.slug,
    headline: headlineOf(document),
    language: record.language,
    fingerprint: print,
    links,
    earlier: record.publications,
    planned,
    findings: findings.map((finding) => ({ story: id, ...finding })),
    copies,
  }
}
