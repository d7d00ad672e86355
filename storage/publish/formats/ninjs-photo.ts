import type { PhotoDescription } from '../../model/photo.ts'
import type { PrintedFigure } from '../print.ts'
import { bundleUri, photoUri, webUri } from '../uris.ts'
import { filled, plain } from './ninjs-values.ts'

const complete = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/

/** A figure as an association. One whose picture has not come is `partial`: its caption is kept, without renditions. `story` is the story's URI. */
export function photoAssociation(printed: PrintedFigure, story: string): Record<string, unknown> {
  const { name, photo, caption, credit } = printed
  const about = photo?.description ?? null
  return filled({
    name,
    rel: 'illustrates',
    uri: photo === null ? `${story}#${name}` : photoUri(photo.id),
    type: 'picture',
    representationType: photo === null ? 'partial' : 'full',
    contentCreated: about !== null && complete.test(about.created) ? about.created : null,
    by: about?.creator,
    copyrightNotice: about?.copyright,
    usageTerms: about?.usageTerms,
    edNote: about?.instructions,
    digitalSourceType: about === null ? null : digitalSourceType(about.digitalSourceType),
    infoSources: about === null || about.source === '' ? [] : [{ name: about.source }],
    subjects: about?.keywords.map((keyword) => ({ name: keyword })),
    people: about?.people.map((person) => ({ name: person, rel: 'about' })),
    places: about === null ? [] : places(about),
    headlines: about === null || about.headline === '' ? [] : [{ role: 'main', ...plain(about.headline) }],
    descriptions: [
      ...(caption === '' ? [] : [{ role: 'caption', ...plain(caption) }]),
      // A decorative photo has alt text, and it is empty: a reader's device passes over the picture.
      ...(photo === null ? [] : [{ role: 'altText', ...plain(printed.alt) }]),
      ...(credit === '' ? [] : [{ role: 'creditline', ...plain(credit) }]),
      ...(about === null || about.extendedDescription === ''
        ? []
        : [{ role: 'extendedDescription', ...plain(about.extendedDescription) }]),
    ],
    renditions: printed.renditions.map(({ name: size, path, width, height, bytes, type }) => ({
      name: size,
      href: bundleUri(path),
      contentType: type,
      width,
      height,
      sizeInBytes: bytes,
    })),
  })
}

function digitalSourceType(address: string): Record<string, unknown> | null {
  const uri = webUri(address)
  if (uri === null) return null
  return filled({ name: uri.split('/').at(-1), uri })
}

function places({ location: { city, state, country } }: PhotoDescription): { name: string; rel: string }[] {
  const name = [city, state, country].filter((part) => part !== '').join(', ')
  return name === '' ? [] : [{ name, rel: 'about' }]
}
