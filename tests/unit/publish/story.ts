import type { Node } from 'prosemirror-model'
import { buildDocument } from '../../../storage/model/document.ts'
import { entityIdSchema, quoteIdSchema, storyIdSchema } from '../../../storage/model/ids.ts'
import type { MediaId } from '../../../storage/model/ids.ts'
import { languageTagSchema } from '../../../storage/model/language.ts'
import { newQuote } from '../../../storage/model/quote.ts'
import type { Quote } from '../../../storage/model/quote.ts'
import { newRecord, slugSchema } from '../../../storage/model/record.ts'
import type { RecordFields } from '../../../storage/model/record.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import type { FigureAttributes } from '../../../storage/model/schema/nodes/figure.ts'
import type { Story } from '../../../storage/model/story.ts'

export const storyId = storyIdSchema.parse('0196a000-0000-7000-8000-000000000001')
export const quoteId = quoteIdSchema.parse('0196a000-0000-7000-8000-0000000000a1')
export const entityId = entityIdSchema.parse('0196a000-0000-7000-8000-0000000000e1')

export const p = (...content: (Node | string)[]): Node => block('paragraph', ...content)

export function block(type: string, ...content: (Node | string)[]): Node {
  return schema.node(
    type,
    null,
    content.map((part) => (typeof part === 'string' ? schema.text(part) : part)),
  )
}

export function quoted(text: string, id: string = quoteId): Node {
  return schema.text(text, [schema.mark('quote', { id })])
}

export function figure(media: MediaId | null, caption: string, use: Partial<FigureAttributes> = {}): Node {
  return schema.node('figure', { media, ...use }, [
    schema.node('caption', null, caption === '' ? [] : [schema.text(caption)]),
  ])
}

/** The story's document with a table of quotations. */
export function withQuotes(document: Node, quotes: readonly Quote[]): Node {
  const table = Object.fromEntries(quotes.map((quote) => [quote.id, quote]))
  return schema.node('doc', { quotes: table }, document.content)
}

export function record(fields: Partial<RecordFields> = {}, id = storyId): Story['record'] {
  return newRecord({
    id,
    language: languageTagSchema.parse('en'),
    slug: slugSchema.parse('FOOTBRIDGE-ARU'),
    created: '2026-05-03T05:00:00.000Z',
    byline: ['Nune Aramian', 'Pavel Orlov'],
    dateline: { place: 'Aru', date: '2026-05-03' },
    desk: 'Foreign',
    ...fields,
  })
}

export const speaker = { entity: entityId, name: 'Karine Petrosian', role: 'teacher' }

/** A story with a photo, a quotation in two runs, a mention and everything that makes it publishable. */
export function footbridge(media: MediaId | null, fields: Partial<RecordFields> = {}): Story {
  const mention = schema.mark('mention', { entity: entityId, kind: 'person', name: 'Karine Petrosian' })
  const document = buildDocument('Footbridge at Aru opens again', 'Children need no longer walk two hours to school.', [
    figure(media, 'Villagers cross the mended footbridge at Aru Pass.', {
      alt: 'Five people with baskets walk over a narrow rope bridge.',
      credit: 'Nune Aramian/Halyard',
    }),
    p('The first across were the pupils of the upper village.'),
    p(
      quoted('“We counted ninety planks,”'),
      ' said ',
      schema.text('Karine Petrosian', [mention]),
      ', who teaches them. ',
      quoted('“Every one is new.”'),
    ),
    block('subhead', 'Two years of work'),
    p('Nobody was paid & nobody asked to be; the signs read <slow>.'),
  ])
  return {
    record: record(fields),
    document: withQuotes(document, [newQuote(quoteId, 'direct', speaker)]),
  }
}
