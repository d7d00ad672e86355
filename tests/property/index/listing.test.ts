import fc from 'fast-check'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { passes } from '../../../storage/index/filter.ts'
import type { IndexedStory } from '../../../storage/index/indexed-story.ts'
import { comparison, groupOf } from '../../../storage/index/order.ts'
import { countStanding } from '../../../storage/index/scan-list.ts'
import { StoryIndex } from '../../../storage/index/story-index.ts'
import { groupings, sortKeys } from '../../../storage/model/listing.ts'
import type { StoryFilter } from '../../../storage/model/listing.ts'
import { languageTagSchema } from '../../../storage/model/language.ts'
import { rowStates } from '../../../storage/model/row-state.ts'
import { storyStatuses } from '../../../storage/model/status.ts'
import { temporaryFolder } from '../../unit/files/temporary-folder.ts'
import { inStep, NearSources } from '../../unit/index/indexed.ts'
import { summary } from '../../unit/ui/summaries.ts'

const now = '2026-04-14T12:00:00.000Z'
const instant = fc.constantFrom('2026-04-13T09:00:00.000Z', '2026-04-14T11:00:00.000Z', '2026-04-14T18:00:00.000Z')
const language = fc.constantFrom('en', 'en-GB', 'hy', 'fa')

const someStory = fc.record({
  slug: fc.constantFrom('BRIDGE', 'FERRY-2', 'ՀԱՅ', 'МОСТ'),
  headline: fc.constantFrom('', 'bridge', 'Bridge', 'Ferry', 'Мост', '𝒜 far one'),
  language,
  status: fc.constantFrom(...storyStatuses),
  desk: fc.constantFrom('', 'Foreign', 'Home'),
  updated: instant,
  embargo: fc.option(instant),
  due: fc.option(instant),
  urgency: fc.integer({ min: 1, max: 9 }),
  words: fc.nat(3),
  errors: fc.nat(1),
  warnings: fc.nat(1),
})
const someFilter: fc.Arbitrary<StoryFilter> = fc.record({
  states: fc.subarray([...rowStates]),
  desk: fc.option(fc.constantFrom('', 'Foreign', 'Sport'), { freq: 2 }),
  language: fc.option(
    language.map((tag) => languageTagSchema.parse(tag)),
    { freq: 2 },
  ),
  findings: fc.boolean(),
  byline: fc.constant(null),
  since: fc.option(instant, { freq: 2 }),
})
const someList = fc.record({
  filter: someFilter,
  order: fc.oneof(
    fc.constantFrom('newest' as const, 'relevance' as const),
    fc.record({ by: fc.constantFrom(...sortKeys), descending: fc.boolean() }),
  ),
  grouping: fc.constantFrom(...groupings),
})

const indexed = (number: number, about: Record<string, unknown>): IndexedStory => ({
  summary: summary(number, about),
  texts: {
    ...{ slug: [], headline: [], standfirst: [], body: [], captions: [] },
    ...{ byline: [], desk: [], tags: [], people: [], quotes: [] },
  },
  quotations: [],
  mentions: [],
  media: [],
})

let made = 0

/** An index of these stories, in which they came in this order. */
async function indexOf(root: string, stories: readonly IndexedStory[]): Promise<StoryIndex> {
  const sources = new NearSources()
  for (const story of stories) sources.set(story)
  made += 1
  const index = await StoryIndex.open(join(root, `${made}.sqlite`), sources)
  await inStep(index)
  return index
}

test('a list is filtered, sorted, grouped and counted as the same rows are by hand, wherever it is entered', async () => {
  const root = await temporaryFolder()
  await fc.assert(
    fc.asyncProperty(
      fc.array(someStory, { minLength: 1, maxLength: 14 }),
      fc.array(someList, { minLength: 4, maxLength: 8 }),
      fc.nat(9),
      async (given, lists, offset) => {
        const stories = given.map((about, number) => indexed(number, about))
        const index = await indexOf(root, stories)
        const all = stories.map((story) => story.summary)
        for (const list of lists) {
          const { filter, order, grouping } = list
          const expected = all.filter((story) => passes(story, filter, now)).sort(comparison(order, grouping, now))
          const ids = expected.map(({ id }) => id)
          const asked = { query: '', typing: true, excerpts: false, now, ...list }

          const first = await index.list({ ...asked, limit: 5 })
          expect(first.total).toBe(ids.length)
          expect(first.stories.map((row) => row.summary.id)).toEqual(ids.slice(0, 5))
          const keys = grouping === 'none' ? [] : expected.map((story) => groupOf(story, grouping, now))
          expect(first.groups.flatMap(({ key, count }) => Array.from({ length: count }, () => key))).toEqual(keys)

          const { revision } = first
          const further = await index.list({ ...asked, revision, offset, limit: 5 })
          expect(further).toMatchObject({ total: ids.length, revision })
          expect(further.stories.map((row) => row.summary.id)).toEqual(ids.slice(offset, offset + 5))
          expect(await index.ids({ ...asked, offset, limit: 9 })).toEqual({
            ids: ids.slice(offset, offset + 9),
            revision,
          })
          const [last] = ids.slice(-1)
          if (last !== undefined) {
            expect(await index.place(asked, { story: last })).toEqual({ place: ids.length - 1, revision })
          }
        }
        const sorted = (counts: readonly object[]): string[] => counts.map((count) => JSON.stringify(count)).sort()
        const recent = '2026-04-14T00:00:00.000Z'
        const counts = await index.counts({ query: '', typing: false, order: 'newest', now }, recent)
        expect(sorted(counts)).toEqual(sorted(countStanding(all, now, recent)))
        await index.close()
      },
    ),
    { numRuns: 40 },
  )
})

test('what stands where stays while somebody reads on, whatever is saved meanwhile', async () => {
  const stories = Array.from({ length: 30 }, (_, number) =>
    indexed(number, { updated: `2026-04-14T10:00:${String(number).padStart(2, '0')}.000Z` }),
  )
  const index = await indexOf(await temporaryFolder(), stories)
  const asked = { query: '', typing: false, order: 'newest' as const, limit: 10, excerpts: false }
  const { revision } = await index.list(asked)
  const before = await index.list({ ...asked, revision, offset: 10 })
  const late = indexed(3, { updated: '2026-04-14T11:00:00.000Z', headline: 'Saved meanwhile' })
  await index.put([
    { identity: '2', story: late },
    { identity: '1', story: indexed(77, { updated: '2026-04-14T11:30:00.000Z' }) },
  ])
  const again = await index.list({ ...asked, revision, offset: 10 })
  expect(again).toEqual(before)
  const rest = await index.list({ ...asked, revision, offset: 20 })
  expect(rest).toMatchObject({ revision, total: 30 })
  // A story that is listed shows what was saved, in the place that it had.
  expect(rest.stories.map((row) => row.summary.headline)[6]).toBe('Saved meanwhile')
  const anew = await index.list(asked)
  expect(anew.total).toBe(31)
  expect(anew.stories.map((row) => row.summary.id).slice(0, 2)).toEqual([indexed(77, {}).summary.id, late.summary.id])
  // Nobody keeps an answer for ever: one that is not there any more is told by its revision.
  expect(await index.list({ ...asked, revision: revision - 1, offset: 20 })).toMatchObject({ revision: anew.revision })
  await index.close()
})

test('a stretch is of the list that is asked for, or says that it is of another', async () => {
  const root = await temporaryFolder()
  await fc.assert(
    fc.asyncProperty(
      fc.array(someStory, { minLength: 1, maxLength: 14 }),
      someList,
      someStory,
      fc.nat(14),
      fc.boolean(),
      async (given, list, saved, place, isReadOn) => {
        const index = await indexOf(
          root,
          given.map((about, number) => indexed(number, about)),
        )
        const asked = { query: '', typing: true, excerpts: false, now, ...list }
        const { revision, stories, total } = await index.list({ ...asked, limit: 100 })
        const shown = stories.map(({ summary: { id } }) => id)
        if (isReadOn) await index.list({ ...asked, revision, offset: 1, limit: 1 })
        await index.put([{ identity: '2', story: indexed(place, saved) }])
        const stretch = await index.ids({ ...asked, revision, offset: 0, limit: 100 })
        if (isReadOn || stretch.revision === revision) expect(stretch).toEqual({ ids: shown, revision })
        const anew = await index.list({ ...asked, limit: 100 })
        if (stretch.revision !== revision) {
          expect(stretch).toEqual({ ids: anew.stories.map(({ summary: { id } }) => id), revision: anew.revision })
        }
        expect(shown).toHaveLength(total)
        await index.close()
      },
    ),
    { numRuns: 40 },
  )
})

test('the next story that begins with what was typed is found from any place, and around the end', async () => {
  const stories = ['ALPHA', 'BETA', 'BRIDGE', 'ALPHA-2'].map((slug, number) => indexed(number, { slug, headline: 'x' }))
  const index = await indexOf(await temporaryFolder(), stories)
  const asked = { query: '', typing: false, order: { by: 'slug', descending: false } as const }
  const next = async (beginning: string, after: number) => (await index.place(asked, { beginning, after })).place
  expect(await next('b', -1)).toBe(2)
  expect(await next('b', 2)).toBe(3)
  expect(await next('b', 3)).toBe(2)
  expect(await next('alpha-', 3)).toBe(1)
  expect(await next('zulu', 0)).toBeNull()
  await index.close()
})
