import fc from 'fast-check'
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { indexedStory } from '../../../storage/index/indexed-story.ts'
import type { IndexedStory } from '../../../storage/index/indexed-story.ts'
import { answers } from '../../../storage/index/scan.ts'
import { StoryIndex } from '../../../storage/index/story-index.ts'
import { readQuery } from '../../../storage/language/search/read-query.ts'
import { buildDocument } from '../../../storage/model/document.ts'
import { storyIdSchema } from '../../../storage/model/ids.ts'
import { languageTagSchema } from '../../../storage/model/language.ts'
import { newRecord, slugSchema } from '../../../storage/model/record.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { storyStatuses } from '../../../storage/model/status.ts'
import { someDocument } from '../../fixtures/arbitrary-story.ts'
import { temporaryFolder } from '../../unit/files/temporary-folder.ts'
import { idsOf, inStep, NearSources } from '../../unit/index/indexed.ts'

/** Words of four scripts, each with the ways in which writers write it and searchers type it. */
const vocabulary: readonly (readonly string[])[] = [
  ['bridge', 'Bridge', 'BRIDGE', 'Bri\u00addge'],
  ['café', 'CAFE', 'Cafe\u0301'],
  ['ёлка', 'Елка', 'ЁЛКА'],
  ['паром', 'ПАРОМ', 'Паром'],
  ['կամուրջ', 'ԿԱՄՈՒՐՋ', 'Կամո՞ւրջ', 'կամո՛ւրջ'],
  ['Երևան', 'ԵՐԵՎԱՆ', 'Երեւան'],
  ['کتاب', 'كتاب', 'كِتاب', 'كتــاب'],
  ['علی', 'علي', '\u200fعلي\u200f'],
]
const word = fc.nat(vocabulary.length - 1)
const spelling = fc.nat(3)
const written = (each: number, how: number): string => {
  const ways = vocabulary[each] ?? []
  return ways[how % ways.length] ?? ''
}

type Part = 'headline' | 'standfirst' | 'body' | 'caption'
const line = fc.array(fc.tuple(word, spelling), { maxLength: 6 })
const someStory = fc.record({ headline: line, standfirst: line, body: line, caption: line })
type Lines = { readonly [Each in Part]: readonly (readonly [number, number])[] }

const textOf = (words: Lines[Part]): string => words.map(([each, how]) => written(each, how)).join(', ')
const node = (type: string, text: string): ReturnType<typeof schema.node> =>
  schema.node(type, null, text === '' ? [] : [schema.text(text)])

function storyOf(lines: Lines): IndexedStory {
  const { headline, standfirst, body, caption } = lines
  const id = storyIdSchema.parse(`01938f2a-5c00-7d31-9a42-${randomBytes(6).toString('hex')}`)
  const document = buildDocument(textOf(headline), textOf(standfirst), [
    node('paragraph', textOf(body)),
    schema.node('figure', null, [node('caption', textOf(caption))]),
  ])
  const language = languageTagSchema.parse('en')
  const record = newRecord({ id, language, slug: slugSchema.parse('X'), created: '2026-04-14T08:30:00.000Z' })
  return indexedStory({ record, document }, { errors: 0, warnings: 0 })
}

interface Asked {
  readonly kind: 'word' | 'phrase' | 'prefix' | 'caption' | 'not'
  readonly words: readonly (readonly [number, number])[]
}
const asked: fc.Arbitrary<Asked> = fc.record({
  kind: fc.constantFrom('word', 'phrase', 'prefix', 'caption', 'not'),
  words: fc.array(fc.tuple(word, spelling), { minLength: 1, maxLength: 2 }),
})
/** Conditions that must all hold, each a choice of several. */
const someQuery = fc.array(fc.array(asked, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })

function typed({ kind, words }: Asked): string {
  const [[each, how] = [0, 0]] = words
  const first = written(each, how)
  if (kind === 'phrase') return `"${words.map(([one, way]) => written(one, way)).join(' ')}"`
  if (kind === 'prefix') return `${[...first.normalize('NFC')].slice(0, 3).join('')}*`
  return { word: first, caption: `caption:${first}`, not: `-${first}` }[kind]
}

/** Looks a condition up in the words the story was made of: nothing is folded, taken apart or indexed here. */
function holds(lines: Lines, { kind, words }: Asked): boolean {
  const wanted = words.map(([each]) => each)
  const [first] = wanted
  const all = Object.values(lines).map((one) => one.map(([each]) => each))
  const has = all.some((one) => one.some((each) => each === first))
  if (kind === 'caption') return lines.caption.some(([each]) => each === first)
  if (kind === 'not') return !has
  if (kind !== 'phrase') return has
  return all.some((one) => one.some((_, at) => wanted.every((each, next) => one[at + next] === each)))
}

const newIndex = async (sources: NearSources): Promise<{ index: StoryIndex; path: string }> => {
  const folder = join(await temporaryFolder(), randomBytes(6).toString('hex'))
  await mkdir(folder)
  const path = join(folder, 'index.sqlite')
  const index = await StoryIndex.open(path, sources)
  await inStep(index)
  return { index, path }
}

test('words of four languages are found however they are written, and nothing else is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(someStory, { minLength: 1, maxLength: 8 }),
      fc.array(someQuery, { minLength: 1, maxLength: 12 }),
      async (all, queries) => {
        const sources = new NearSources()
        const stories = all.map((lines) => ({ lines, story: storyOf(lines) }))
        for (const { story } of stories) sources.set(story)
        const { index } = await newIndex(sources)
        for (const query of queries) {
          const text = query.map((choices) => choices.map(typed).join(' OR ')).join(' ')
          const right = stories
            .filter(({ lines }) => query.every((choices) => choices.some((one) => holds(lines, one))))
            .map(({ story }) => story.summary.id)
          expect([text, (await idsOf(index, text)).sort()]).toEqual([text, right.sort()])
          expect([text, (await idsOf(index, text, { order: 'relevance' })).sort()]).toEqual([text, right.sort()])
          const scanned = stories.filter(({ story }) => answers(story, readQuery(text).root))
          expect([text, scanned.map(({ story }) => story.summary.id).sort()]).toEqual([text, right.sort()])
        }
        await index.close()
      },
    ),
    { numRuns: 40 },
  )
}, 120_000)

const source = storyIdSchema.parse('01938f2a-5c00-7d31-9a42-000000000000')

const fieldQuery = fc.constantFrom(
  'bridge',
  'Քանի',
  '"Ёж a"',
  'قایق*',
  'tag:паром',
  'byline:teyf',
  'desk:home',
  'person:Նարեկ',
  'quote:a',
  'caption:bridge',
  'slug:x',
  'status:ready',
  'lang:en',
  'lang:hy',
  'updated:>2026-06-15',
  'updated:2026-06',
  'words:<10',
  'words:3..30',
  'has:photo',
  'has:quote',
  'has:error',
  'has:warning',
  `translates:${source}`,
)
const mixed = fc
  .array(fc.tuple(fieldQuery, fc.constantFrom('', '-'), fc.constantFrom(' ', ' OR ', ' (', ') ', '"')), {
    maxLength: 6,
  })
  .map((parts) => parts.map(([condition, minus, after]) => `${minus}${condition}${after}`).join(''))

const anyStory = fc.record({
  document: someDocument,
  language: fc.constantFrom('en', 'en-GB', 'hy', 'ru', 'fa'),
  desk: fc.constantFrom('', 'Home', 'Foreign'),
  status: fc.constantFrom(...storyStatuses),
  keywords: fc.subarray(['паром', 'bridges']),
  byline: fc.subarray(['Mara Teyf', 'Ohan']),
  translation: fc.constantFrom(null, { of: source, version: 2 }),
  day: fc.integer({ min: 1, max: 30 }),
  errors: fc.nat(2),
  warnings: fc.nat(2),
})

test('the index answers every query as the stories themselves do, also after changes and in any order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyStory, { minLength: 2, maxLength: 6 }),
      fc.array(mixed, { minLength: 1, maxLength: 10 }),
      async (all, queries) => {
        const sources = new NearSources()
        const stories = all.map(({ document, day, errors, warnings, language, ...fields }, at) => {
          const record = newRecord({
            id: storyIdSchema.parse(`01938f2a-5c00-7d31-9a42-${String(at).padStart(12, '0')}`),
            slug: slugSchema.parse('X'),
            created: '2026-06-01T08:30:00.000Z',
            language: languageTagSchema.parse(language),
            ...fields,
          })
          const updated = new Date(Date.UTC(2026, 5, day)).toISOString()
          return indexedStory({ record: { ...record, updated }, document }, { errors, warnings })
        })
        const [first, ...others] = stories
        for (const story of stories) sources.set(story)
        const { index } = await newIndex(sources)
        // The first story goes, and comes back with the content of the second.
        if (first !== undefined && others[0] !== undefined) {
          const changed = { ...others[0], summary: { ...others[0].summary, id: first.summary.id } }
          sources.set(changed, '2')
          stories[0] = changed
          await inStep(index)
        }
        for (const query of queries) {
          const { root } = readQuery(query)
          const right = stories.filter((story) => answers(story, root)).map(({ summary }) => summary.id)
          expect([query, (await idsOf(index, query)).sort()]).toEqual([query, right.sort()])
          const { total } = await index.list({ query, typing: false, limit: 1, order: 'relevance', excerpts: true })
          expect([query, total]).toEqual([query, right.length])
        }
        await index.close()
      },
    ),
    { numRuns: 40 },
  )
}, 120_000)

test('bytes of the index that are spoilt cost time, never an answer', async () => {
  const sources = new NearSources()
  const lines: Lines = {
    headline: [[0, 0]],
    standfirst: [],
    body: [
      [2, 1],
      [5, 0],
    ],
    caption: [[7, 1]],
  }
  const stories = Array.from({ length: 40 }, () => storyOf(lines))
  for (const story of stories) sources.set(story)
  const { index, path } = await newIndex(sources)
  await index.close()
  const ids = stories.map(({ summary }) => summary.id).sort()
  const whole = await readFile(path)
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length - 1),
      fc.integer({ min: 1, max: 4096 }),
      fc.nat(255),
      async (at, length, by) => {
        const spoilt = Buffer.from(whole)
        for (let place = at; place < Math.min(at + length, spoilt.length); place += 1)
          spoilt[place] = (spoilt[place] ?? 0) ^ by
        await writeFile(path, spoilt)
        const again = await StoryIndex.open(path, sources)
        await inStep(again)
        for (const query of ['', 'bridge', 'caption:علی']) expect((await idsOf(again, query)).sort()).toEqual(ids)
        await again.close()
      },
    ),
    { numRuns: 100 },
  )
}, 120_000)
