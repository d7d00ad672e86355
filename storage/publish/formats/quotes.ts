import { quotationText } from '../../model/quotations.ts'
import { readableJson } from '../stable-json.ts'
import type { Format } from './format.ts'

/** Every tagged quotation with all that is known of it. A withdrawn story quotes nobody. */
export const quotes: Format = {
  role: 'quotes',
  file: 'quotes.json',
  mediaType: 'application/json',
  write: ({ uri, publication, withdrawn, quotations }) =>
    readableJson({
      format: 'galley.quotes/1',
      story: uri,
      version: publication.version,
      quotes: (withdrawn ? [] : quotations).map(({ name, words, quote, runs }) => ({
        name,
        id: quote.id,
        kind: quote.kind,
        words,
        printed: quotationText({ quote, runs }),
        runs: runs.map(({ text }) => text),
        speaker: quote.speaker && { name: quote.speaker.name, role: quote.speaker.role, entity: quote.speaker.entity },
        said: { to: quote.said.to, where: quote.said.where, when: quote.said.when, event: quote.said.event },
        source: quote.source && {
          kind: quote.source.kind,
          title: quote.source.title,
          url: quote.source.url,
          timecode: quote.source.timecode,
        },
        original: quote.original && {
          language: quote.original.language,
          words: quote.original.words,
          translator: quote.original.translator,
        },
        terms: quote.terms,
        verified:
          quote.verification.state === 'verified'
            ? { by: quote.verification.by, at: quote.verification.at, sha256: quote.verification.sha256 }
            : null,
      })),
    }),
}
