import type { Occasion } from '../../model/quote.ts'
import type { PrintedQuotation } from '../print.ts'
import { entityUri, webUri } from '../uris.ts'
import { filled, plain } from './ninjs-values.ts'

/** A quotation as a component of the story: the words, who said them, and in what circumstances. */
export function quotationAssociation({ name, quote, words }: PrintedQuotation): Record<string, unknown> {
  const { speaker, source, original } = quote
  const circumstances = occasion(quote.said)
  const sourceUri = source?.url === undefined || source.url === null ? null : webUri(source.url)
  return filled({
    name,
    rel: 'quotation',
    uri: `urn:uuid:${quote.id}`,
    type: 'component',
    profile: quote.kind,
    people:
      speaker === null
        ? []
        : [
            filled({
              name: speaker.name,
              rel: 'speaker',
              uri: speaker.entity === null ? null : entityUri(speaker.entity),
            }),
          ],
    infoSources: source === null ? [] : [filled({ name: source.title, role: source.kind, uri: sourceUri })],
    descriptions: [
      ...(speaker === null || speaker.role === '' ? [] : [{ role: 'speakerRole', ...plain(speaker.role) }]),
      ...(circumstances === '' ? [] : [{ role: 'attribution', ...plain(circumstances) }]),
      ...(original === null || original.translator === ''
        ? []
        : [{ role: 'translator', ...plain(original.translator) }]),
    ],
    bodies: [{ role: 'quotation', ...plain(words) }],
    associations:
      original === null
        ? []
        : [
            {
              name: `${name}-original`,
              rel: 'original',
              uri: `urn:uuid:${quote.id}#original`,
              type: 'component',
              language: original.language,
              bodies: [{ role: 'quotation', ...plain(original.words) }],
            },
          ],
  })
}

/** To whom, where, when, at what: as far as it is known, in the order it was asked for. */
function occasion({ to, where, when, event }: Occasion): string {
  return [to, event, where, when].filter((part) => part !== '').join(', ')
}
