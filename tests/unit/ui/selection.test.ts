import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Bridge } from '../../../electron/ipc/contract/index.ts'
import { keywordsIn, refusedWords } from '../../../renderer/desk/act-words.ts'
import { groupsWithout } from '../../../renderer/desk/list-groups.ts'
import { nothingWanted } from '../../../renderer/desk/list-state.ts'
import { savedSearchOf } from '../../../renderer/desk/saved-searches.ts'
import { isNameTaken, keptUnder } from '../../../renderer/desk/search-names.ts'
import {
  actedOn,
  nothingSelected,
  ranged,
  selectionOf,
  toggled,
  withoutStories,
} from '../../../renderer/desk/selection.ts'
import { StoryList } from '../../../renderer/desk/story-list.ts'
import { StorySelection } from '../../../renderer/desk/story-selection.ts'
import { blocksOf, headingHeight, placeOfRow, rowsInSight } from '../../../renderer/ui/list-blocks.ts'
import type { StoryId } from '../../../storage/model/ids.ts'
import { summary } from './summaries.ts'

const id = (number: number): StoryId => summary(number).id
const ids = (...numbers: number[]): StoryId[] => numbers.map(id)

describe('a selection', () => {
  test('a range takes the place of the last one from the same story, and leaves what was chosen before', () => {
    const two = toggled(toggled(nothingSelected, id(9)), id(3))
    const down = ranged(two, id(3), ids(3, 4, 5))
    expect([...down.ids]).toEqual(ids(9, 3, 4, 5))
    expect([...ranged(down, id(3), ids(2, 3)).ids]).toEqual(ids(9, 3, 2))
  })

  test('an act on a row is for the selection only when the row belongs to it', () => {
    const selection = selectionOf(ids(1, 2))
    expect(actedOn(selection, id(2))).toEqual(ids(1, 2))
    expect(actedOn(selection, id(3))).toEqual(ids(3))
    expect(actedOn(selection, null)).toEqual(ids(1, 2))
  })

  test('lets go of stories that are there no more, and of a range from them', () => {
    const range = ranged(nothingSelected, id(1), ids(1, 2, 3))
    const left = withoutStories(range, new Set(ids(1, 3)))
    expect([...left.ids]).toEqual(ids(2))
    expect(left.anchor).toBeNull()
    expect(withoutStories(left, new Set(ids(7)))).toBe(left)
  })
})

describe('the selection of a list', () => {
  const stored = Array.from({ length: 500 }, (_, number) => summary(number))

  async function selecting() {
    const bridge = {
      stories: {
        list: ({ offset, limit }: { offset: number; limit: number }) =>
          Promise.resolve({
            ok: true,
            value: {
              total: stored.length,
              revision: 7,
              groups: [],
              stories: stored.slice(offset, offset + limit),
              excerpts: [],
              problems: [],
              unreadable: [],
            },
          }),
        ids: ({ offset, limit, revision }: { offset: number; limit: number; revision?: number }) =>
          Promise.resolve(
            revision === 7
              ? { ok: true, value: { ids: stored.slice(offset, offset + limit).map((story) => story.id), revision } }
              : { ok: false, error: { code: 'internal', message: 'not the list that is shown' } },
          ),
        place: ({ wanted }: { wanted: { story: StoryId } }) =>
          Promise.resolve({
            ok: true,
            value: { place: stored.findIndex((story) => story.id === wanted.story), revision: 7 },
          }),
        counts: () => Promise.resolve({ ok: true, value: [] }),
      },
      on: () => () => undefined,
    } as unknown as Bridge
    const list = new StoryList(bridge)
    await list.load()
    return { list, selection: new StorySelection(list) }
  }

  test('reaches over rows that are not loaded, in the list that is shown', async () => {
    const { selection } = await selecting()
    await selection.extend(10, 480)
    expect([...selection.state.get().ids]).toEqual(stored.slice(10, 481).map((story) => story.id))
    await selection.extend(480, 5)
    expect([...selection.state.get().ids]).toEqual(stored.slice(5, 11).map((story) => story.id))
    await selection.all()
    expect(selection.size).toBe(500)
  })

  test('of two ranges asked for one after the other, the second counts, whichever is answered first', async () => {
    const { selection } = await selecting()
    await Promise.all([selection.extend(0, 400), selection.extend(400, 2)])
    expect(selection.size).toBe(3)
  })

  test('goes out from a row that is not loaded, however quickly the keys follow', async () => {
    const { selection } = await selecting()
    await Promise.all([selection.extend(450, 451), selection.extend(451, 452)])
    expect([...selection.state.get().ids]).toEqual(stored.slice(450, 453).map((story) => story.id))
  })

  test('is kept when the list is sorted or grouped anew, and given up when something else is listed', async () => {
    const { list, selection } = await selecting()
    await selection.extend(1, 3)
    list.change({ order: { by: 'slug', descending: false } })
    list.change({ grouping: 'desk' })
    expect(selection.size).toBe(3)
    list.change({ view: 'today' })
    expect(selection.size).toBe(0)
  })
})

describe('a list in groups', () => {
  test('every row that is in sight is drawn once, where it lies', () => {
    const cases = fc.record({
      counts: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }),
      top: fc.integer({ min: 0, max: 15_000 }),
      height: fc.integer({ min: 1, max: 1200 }),
    })
    fc.assert(
      fc.property(cases, ({ counts, top, height }) => {
        const total = counts.reduce((sum, count) => sum + count, 0)
        const sections = counts.map((count, index) => ({ key: String(index), words: '', note: '', count }))
        const blocks = blocksOf(sections, total, 66)
        const drawn = blocks.flatMap((block) => rowsInSight(block, top, height, 66))
        expect(new Set(drawn).size).toBe(drawn.length)
        for (let index = 0; index < total; index += 1) {
          const place = placeOfRow(blocks, index, 66)
          if (place === null) throw new Error('Every row has a place.')
          if (place.top + 66 > top && place.top < top + height) expect(drawn).toContain(index)
        }
        expect(blocks.reduce((sum, block) => sum + block.height, 0)).toBe(total * 66 + counts.length * headingHeight)
      }),
      { numRuns: 50 },
    )
  })

  test('has no group without rows, and holds rows that the groups do not know of yet', () => {
    const groups = [
      { key: 'draft', count: 1 },
      { key: 'ready', count: 2 },
    ]
    expect(groupsWithout(groups, 0)).toEqual([{ key: 'ready', count: 2 }])
    expect(groupsWithout(groups, 2)).toEqual([
      { key: 'draft', count: 1 },
      { key: 'ready', count: 1 },
    ])
    const sections = groups.map(({ key, count }) => ({ key, words: key, note: '', count }))
    expect(blocksOf(sections, 2, 66).map(({ count }) => count)).toEqual([1, 1])
    expect(blocksOf(sections, 5, 66).map(({ count }) => count)).toEqual([1, 4])
  })
})

test('a kept search is renamed where it stands, and another one may not take its name', () => {
  const home = savedSearchOf({ ...nothingWanted, view: 'desk:Home' }, new Date())
  const ready = savedSearchOf({ ...nothingWanted, statuses: new Set(['ready', 'draft'] as const) }, new Date())
  const kept = keptUnder(keptUnder([], home, 'Home desk'), ready, 'To read')
  const turned = savedSearchOf({ ...nothingWanted, statuses: new Set(['draft', 'ready'] as const) }, new Date())
  expect(keptUnder(kept, turned, 'Second read').map(({ name }) => name)).toEqual(['Home desk', 'Second read'])
  expect(isNameTaken(kept, turned, 'Home desk')).toBe(true)
  expect(isNameTaken(kept, turned, 'To read')).toBe(false)
})

test('keywords are parted by the commas of any script', () => {
  expect(keywordsIn(' bridge, پل، река,, bridge ')).toEqual(['bridge', 'پل', 'река'])
})

test('what was refused is said with its stories and the reason', () => {
  const refused = [{ message: 'It is out.', ids: ids(1, 2, 3, 4) }]
  const slugOf = (story: StoryId): string | null => (story === id(4) ? null : `S-${Number(story.slice(-3))}`)
  expect(refusedWords({ changed: [], refused, left: 0 }, slugOf)).toBe(
    'S-1, S-2, S-3 and 1 more were left as they are. It is out.',
  )
  expect(refusedWords({ changed: [], refused: [], left: 0 }, slugOf)).toBeNull()
})
