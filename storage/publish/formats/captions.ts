import { readableJson } from '../stable-json.ts'
import type { Format } from './format.ts'

/** Every figure with its caption, alt text, credit and files. A withdrawn story shows nothing. */
export const captions: Format = {
  role: 'captions',
  file: 'captions.json',
  mediaType: 'application/json',
  write: ({ uri, publication, withdrawn, figures }) =>
    readableJson({
      format: 'galley.captions/1',
      story: uri,
      version: publication.version,
      captions: (withdrawn ? [] : figures).map(({ name, photo, caption, alt, decorative, credit, renditions }) => ({
        name,
        media: photo?.id ?? null,
        caption,
        alt,
        decorative,
        credit,
        creator: photo?.description.creator ?? '',
        copyright: photo?.description.copyright ?? '',
        usageTerms: photo?.description.usageTerms ?? '',
        renditions: renditions.map(({ name: size, path, width, height }) => ({ name: size, path, width, height })),
      })),
    }),
}
