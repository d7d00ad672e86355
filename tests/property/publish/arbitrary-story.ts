import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { buildDocument } from '../../../storage/model/document.ts'
import { entityIdSchema, quoteIdSchema, storyIdSchema } from '../../../storage/model/ids.ts'
import type { MediaId } from '../../../storage/model/ids.ts'
import { languageTagSchema } from '../../../storage/model/language.ts'
import { newRecord, slugSchema, storyRecordSchema } from '../../../storage/model/record.ts'
import type { StoryRecord } from '../../../storage/model/record.ts'
import { quoteTableSchema } from '../../../storage/model/quote.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import type { Story } from '../../../storage/model/story.ts'

const traps = [
  '“Quoted,” she said.',
  '"straight"',
  "it's",
  '«ёлочки» „лапки“',
  'Հաշվեցինք՝ «իննսուն» ։',
  'گفت: «نود تخته»',
  '\u200c',
  '\u200f',
  '<b>',
  '</script>',
  '<!--',
  '&amp;',
  '&',
  ']]>',
  '🎉',
  '👩‍👩‍👧',
  'e\u0301',
  '\u2028',
  '\u0007',
  '\ud800',
  '\r\n',
  '\t',
  ' ',
  '\u00a0',
  '\\',
  '{{x}}',
  '%2e',
]
/** Text as editors and hostile files write it. */
export const text = fc
  .array(fc.oneof(fc.constantFrom(...traps), fc.string({ unit: 'grapheme', maxLength: 8 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join('') || 'x')
const line = text.map((written) => written.slice(0, 150).trim() || 'x')

const uuid = (end: number): string => `0196a000-0000-7000-8000-${String(end).padStart(12, '0')}`
const quoteIds = [1, 2, 3].map((end) => quoteIdSchema.parse(uuid(100 + end)))
const instant = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())

const marks = fc
  .record({
    quote: fc.option(fc.constantFrom(...quoteIds)),
    strong: fc.boolean(),
    em: fc.boolean(),
    lang: fc.option(fc.constantFrom('fa', 'ru', 'hy')),
    link: fc.option(fc.constantFrom('https://example.org/?a=1&b=%22', 'mailto:desk@example.org')),
    mention: fc.option(
      fc.record({
        entity: fc.constantFrom(entityIdSchema.parse(uuid(201)), entityIdSchema.parse(uuid(202))),
        kind: fc.constantFrom('person', 'place'),
        name: line,
      }),
    ),
  })
  .map(({ quote, strong, em, lang, link, mention }) => [
    ...(quote === null ? [] : [schema.mark('quote', { id: quote })]),
    ...(link === null ? [] : [schema.mark('link', { href: link })]),
    ...(mention === null ? [] : [schema.mark('mention', mention)]),
    ...(lang === null ? [] : [schema.mark('lang', { code: lang })]),
    ...(strong ? [schema.mark('strong')] : []),
    ...(em ? [schema.mark('em')] : []),
  ])

const run = fc.tuple(text, marks).map(([written, on]) => schema.text(written, on))
const runs = fc.array(run, { maxLength: 4 })
const paragraph = runs.map((content) => schema.node('paragraph', null, content))
const listItem = paragraph.map((content) => schema.node('list_item', null, [content]))

const figureOf = (photos: readonly MediaId[]): fc.Arbitrary<Node> =>
  fc
    .record({
      media: photos.length === 0 ? fc.constant(null) : fc.option(fc.constantFrom(...photos)),
      alt: fc.option(text),
      decorative: fc.boolean(),
      credit: fc.option(line),
      layout: fc.constantFrom('standard', 'wide', 'inset'),
      caption: line,
      rest: runs,
    })
    .map(({ caption, rest, credit, ...use }) =>
      schema.node('figure', { ...use, credit: credit ?? 'Halyard' }, [
        schema.node('caption', null, [schema.text(caption), ...rest]),
      ]),
    )

const bodyOf = (photos: readonly MediaId[]): fc.Arbitrary<Node[]> =>
  fc.array(
    fc.oneof(
      { weight: 4, arbitrary: paragraph },
      figureOf(photos),
      fc.tuple(runs, fc.constantFrom(2, 3)).map(([content, level]) => schema.node('subhead', { level }, content)),
      fc.array(listItem, { minLength: 1, maxLength: 3 }).map((items) => schema.node('bullet_list', null, items)),
      fc
        .tuple(fc.array(listItem, { minLength: 1, maxLength: 3 }), fc.nat(9))
        .map(([items, start]) => schema.node('ordered_list', { start }, items)),
      fc.array(paragraph, { minLength: 1, maxLength: 2 }).map((content) => schema.node('blockquote', null, content)),
      text.map((written) => schema.node('pull_quote', null, [schema.text(written)])),
      fc
        .record({
          href: fc.constant('https://example.org/x?y=%27'),
          title: text.map((t) => t.slice(0, 300)),
          description: text,
        })
        .map((card) => schema.node('link_card', card)),
      fc.constant(schema.node('rule')),
    ),
    { maxLength: 6 },
  )

const quotes = fc
  .array(
    fc.record({
      kind: fc.constantFrom('direct', 'partial', 'paraphrase'),
      speaker: fc.option(fc.record({ entity: fc.constant(null), name: line, role: text })),
      said: fc.record({ to: text, where: text, when: text, event: text }),
      source: fc.option(
        fc.record({
          kind: fc.constantFrom('wire', 'web_page'),
          title: text,
          url: fc.option(fc.constantFrom('https://example.org/', 'https://example.org/ձայն')),
          timecode: fc.constant(null),
        }),
      ),
      original: fc.option(fc.record({ language: fc.constant('ru'), words: line, translator: text })),
      terms: fc.constant('on_record'),
      verification: fc.constant({ state: 'unverified' }),
    }),
    { minLength: 3, maxLength: 3 },
  )
  .map((entries) =>
    quoteTableSchema.parse(Object.fromEntries(quoteIds.map((id, index) => [id, { id, ...entries[index] }]))),
  )

const record: fc.Arbitrary<StoryRecord> = fc
  .record({
    language: fc.constantFrom('en', 'hy', 'ru', 'fa', 'ka', 'sr-Latn'),
    slug: fc.constantFrom('BRIDGE', 'ԿԱՄՈՒՐՋ-2', 'МОСТ', 'پل', 'CON'),
    desk: line.map((written) => written.slice(0, 80)),
    urgency: fc.integer({ min: 1, max: 9 }),
    genre: fc.option(line),
    byline: fc.array(line, { maxLength: 3 }),
    dateline: fc.option(fc.record({ place: line, date: fc.constant(null) })),
    subjects: fc.array(fc.record({ code: fc.constantFrom('medtop:20000343', 'house:<x>'), name: line }), {
      maxLength: 2,
    }),
    keywords: fc.array(line, { maxLength: 2 }),
    editorsNote: text,
    embargo: fc.option(instant),
    sources: fc.array(line, { maxLength: 2 }),
    created: instant,
    updated: instant,
  })
  .map((fields) => {
    const blank = newRecord({
      id: storyIdSchema.parse(uuid(1)),
      language: languageTagSchema.parse('en'),
      slug: slugSchema.parse('X'),
      created: fields.created,
    })
    return storyRecordSchema.parse({ ...blank, ...fields })
  })

/** Stories with every node, mark and record field, their text full of traps; figures show the photos given. */
export function arbitraryStory(photos: readonly MediaId[] = []): fc.Arbitrary<Story> {
  return fc
    .record({ record, headline: line, standfirst: text, body: bodyOf(photos), opening: line, table: quotes })
    .map(({ record: about, headline, standfirst, body, opening, table }) => {
      const plain = buildDocument(headline, standfirst, [
        schema.node('paragraph', null, [schema.text(opening)]),
        ...body,
      ])
      const document = schema.node('doc', { quotes: table }, plain.content)
      document.check()
      return { record: about, document }
    })
}
