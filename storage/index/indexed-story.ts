import { z } from 'zod'
import { figures } from '../model/figures.ts'
import { entityKindSchema } from '../model/entity.ts'
import { entityIdSchema, mediaIdSchema, quoteIdSchema } from '../model/ids.ts'
import { mentions } from '../model/mentions.ts'
import { quotations, quotationText } from '../model/quotations.ts'
import { quoteKindSchema } from '../model/quote.ts'
import type { Story } from '../model/story.ts'
import { headlineOf, storySummarySchema } from '../model/summary.ts'
import { textBlocks, wordCount } from '../model/text.ts'

const lines = z.array(z.string())

/** What is searched, as it is written: each line is searched by itself, so that no phrase runs from one into the next. */
export const searchedTextsSchema = z.strictObject({
  slug: lines,
  headline: lines,
  standfirst: lines,
  body: lines,
  captions: lines,
  byline: lines,
  desk: lines,
  tags: lines,
  people: lines,
  quotes: lines,
})
export type SearchedTexts = z.infer<typeof searchedTextsSchema>
export type SearchedPart = keyof SearchedTexts

/** Everything that the index knows of a story. */
export const indexedStorySchema = z.strictObject({
  summary: storySummarySchema,
  texts: searchedTextsSchema,
  quotations: z.array(
    z.strictObject({
      id: quoteIdSchema,
      kind: quoteKindSchema,
      text: z.string(),
      speaker: z.string(),
      entity: entityIdSchema.nullable(),
      verified: z.boolean(),
    }),
  ),
  mentions: z.array(z.strictObject({ entity: z.string().nullable(), kind: entityKindSchema, name: z.string() })),
  media: z.array(mediaIdSchema),
})
export type IndexedStory = z.infer<typeof indexedStorySchema>

/** How many findings a story has, as whoever runs the checks counts them. */
export interface FindingCounts {
  readonly errors: number
  readonly warnings: number
}

/** What the index keeps of a story. The cost is a few walks through its text. */
export function indexedStory({ record, document }: Story, { errors, warnings }: FindingCounts): IndexedStory {
  const { id, slug, language, status, desk, updated, embargo, due, urgency, translation } = record
  const blocks = textBlocks(document)
  const textsOf = (...types: string[]): string[] =>
    blocks.filter(({ node, text }) => types.includes(node.type.name) && text !== '').map(({ text }) => text)
  const outsideBody = ['headline', 'standfirst', 'caption']
  const said = quotations(document)
  const named = mentions(document)
  const used = figures(document).flatMap(({ attributes: { media } }) => (media === null ? [] : [media]))
  return {
    summary: {
      id,
      slug,
      headline: headlineOf(document),
      language,
      status,
      desk,
      updated,
      embargo,
      due,
      urgency,
      translation,
      words: wordCount(document),
      photos: used.length,
      quotes: said.length,
      errors,
      warnings,
    },
    texts: {
      slug: [slug],
      headline: textsOf('headline'),
      standfirst: textsOf('standfirst'),
      body: blocks
        .filter(({ node, text }) => !outsideBody.includes(node.type.name) && text !== '')
        .map(({ text }) => text),
      captions: textsOf('caption'),
      byline: record.byline,
      desk: desk === '' ? [] : [desk],
      tags: [...record.keywords, ...record.subjects.map(({ name }) => name)],
      people: [
        ...new Set([
          ...named.filter(({ kind }) => kind === 'person').flatMap(({ name, text }) => [name, text]),
          ...said.flatMap(({ quote }) => (quote.speaker === null ? [] : [quote.speaker.name])),
        ]),
      ],
      quotes: said.map(quotationText),
    },
    quotations: said.map((quotation) => ({
      id: quotation.quote.id,
      kind: quotation.quote.kind,
      text: quotationText(quotation),
      speaker: quotation.quote.speaker?.name ?? '',
      entity: quotation.quote.speaker?.entity ?? null,
      verified: quotation.quote.verification.state === 'verified',
    })),
    mentions: named.map(({ entity, kind, name }) => ({ entity, kind, name })),
    media: [...new Set(used)],
  }
}

/** What excerpts are cut from: the story's own words, its headline last, which every list shows anyway. */
export function textOf({ standfirst, body, captions, headline }: SearchedTexts): string {
  return [...standfirst, ...body, ...captions, ...headline].join('\n')
}
