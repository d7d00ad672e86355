import type { EmbeddedDescription } from '../media/rendition.ts'
import { effectiveAlt, effectiveCredit, figures } from '../model/figures.ts'
import type { Figure } from '../model/figures.ts'
import type { MediaId } from '../model/ids.ts'
import type { Photo } from '../model/photo.ts'
import type { Story } from '../model/story.ts'
import type { PublishingDesk } from './desk.ts'

/** The records of the photos that a story shows, by id, in the order they appear. A photo the store lacks is left out. */
export async function readAssets(
  story: Story,
  desk: Pick<PublishingDesk, 'readPhoto'>,
): Promise<ReadonlyMap<MediaId, Photo>> {
  const found = new Map<MediaId, Photo>()
  for (const { attributes } of figures(story.document)) {
    const id = attributes.media
    if (id === null || found.has(id)) continue
    const photo = await desk.readPhoto(id)
    if (photo !== null) found.set(id, photo)
  }
  return found
}

/** What is embedded into the copies of one use of a photo: what this story says of it, else what its asset says. */
export function embeddedDescription(figure: Figure, photo: Photo, language: string): EmbeddedDescription {
  const { caption, creator, copyright, source, usageTerms } = photo.description
  return {
    caption: figure.caption.trim() || caption,
    alt: effectiveAlt(figure.attributes, photo),
    credit: effectiveCredit(figure.attributes, photo),
    creator,
    copyright,
    source,
    usageTerms,
    language,
  }
}
