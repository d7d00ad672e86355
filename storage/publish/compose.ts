import type { Rendition } from '../media/rendition.ts'
import { effectiveAlt, effectiveCredit, figures } from '../model/figures.ts'
import { quotations } from '../model/quotations.ts'
import type { Settings } from '../model/settings.ts'
import type { Story } from '../model/story.ts'
import { headlineOf } from '../model/summary.ts'
import type { StoryPlan } from './plan.ts'
import type { House, PrintedFigure, StoryInPrint } from './print.ts'
import type { Photo } from '../model/photo.ts'
import type { MediaId } from '../model/ids.ts'
import { quotationWords } from './quotation-words.ts'
import { storyUri } from './uris.ts'

/** One size of a figure's photo and where it goes in the bundle. */
export interface PlacedRendition {
  readonly path: string
  readonly rendition: Rendition
}

export interface Composition {
  readonly story: Story
  readonly plan: StoryPlan
  /** The folder of every story in the bundle, by its id. */
  readonly folders: ReadonlyMap<string, string>
  readonly photos: ReadonlyMap<MediaId, Photo>
  /** The placed sizes of each figure, by the figure's index; none for a figure without a photo. */
  readonly placed: readonly (readonly PlacedRendition[])[]
  readonly house: House
}

/** The story as every format sees it: its record bears the publication, its figures what they inherit. Pure. */
export function compose({ story, plan, folders, photos, placed, house }: Composition): StoryInPrint {
  const { publication, evolvedFrom, isNew } = plan.planned
  const publications = isNew ? [...plan.earlier, publication] : plan.earlier
  const withdrawn = publication.kind === 'kill'
  const record = {
    ...story.record,
    publications,
    status: withdrawn ? ('withdrawn' as const) : ('published' as const),
    // Entering a publication is itself a change of the record; the moment of it is the publication's.
    updated: publication.at,
    // How the desk handled the story is nobody's business outside it.
    moves: [],
    due: null,
  }
  return {
    story: { record, document: story.document },
    folder: folders.get(plan.id) ?? '',
    uri: storyUri(record.id),
    headline: headlineOf(story.document),
    standfirst: story.document.maybeChild(1)?.textContent ?? '',
    publication,
    evolvedFrom,
    firstPublished: publications[0]?.at ?? publication.at,
    withdrawn,
    figures: figures(story.document).map((figure): PrintedFigure => {
      const { media } = figure.attributes
      const photo = media === null ? null : (photos.get(media) ?? null)
      return {
        name: `photo-${figure.index + 1}`,
        figure,
        photo,
        caption: figure.caption,
        alt: effectiveAlt(figure.attributes, photo),
        decorative: figure.attributes.decorative,
        credit: effectiveCredit(figure.attributes, photo),
        renditions: (placed[figure.index] ?? []).map(({ path, rendition }) => ({
          name: rendition.name,
          path,
          width: rendition.width,
          height: rendition.height,
          bytes: rendition.bytes,
          type: rendition.type,
        })),
      }
    }),
    // A tag over a space or a lone mark says nothing that could be quoted.
    quotations: quotations(story.document)
      .map((quotation) => ({ ...quotation, words: quotationWords(quotation) }))
      .filter(({ words }) => words !== '')
      .map((quotation, index) => ({ ...quotation, name: `quote-${index + 1}` })),
    languages: plan.links.map(({ id, language, is }) => ({
      uri: storyUri(id),
      language,
      is,
      folder: folders.get(id) ?? null,
    })),
    house,
  }
}

/** What the house says of itself, from its settings. */
export function houseOf({ publisher }: Settings, newsroom: string): House {
  return {
    publisher: publisher.name.trim(),
    copyrightNotice: publisher.copyrightNotice.trim(),
    usageTerms: publisher.usageTerms.trim(),
    newsroom: newsroom.trim() || 'Galley',
  }
}
