import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Bridge } from '../../../electron/ipc/contract/index.ts'
import type { StoryId } from '../../../storage/model/ids.ts'
import { savedSearchSchema } from '../../../storage/model/listing.ts'
import type { StoryCount } from '../../../storage/model/listing.ts'
import type { StorySummary } from '../../../storage/model/summary.ts'
import { countStates, countsToChooseFrom, sumOf } from '../../../renderer/desk/count-stories.ts'
import { dueWords } from '../../../renderer/desk/due-words.ts'
import { partsOf } from '../../../renderer/desk/excerpt-parts.ts'
import { nothingWanted } from '../../../renderer/desk/list-state.ts'
import { rowStateOf, stateName } from '../../../renderer/desk/row-state.ts'
import { canBeSaved, savedSearchOf, wantedBy } from '../../../renderer/desk/saved-searches.ts'
import { StoryList } from '../../../renderer/desk/story-list.ts'
import { StorySelection } from '../../../renderer/desk/story-selection.ts'
import { viewsOf } from '../../../renderer/desk/views.ts'
import { summary } from './summaries.ts'

const now = new Date('2026-04-14T12:00:00.000Z')

describe('the state of a row', () => {
  test('shows an embargo while it holds, and only before the story is out', () => {
    const later = { embargo: '2026-04-14T18:00:00.000Z' }
    expect(rowStateOf({ status: 'ready', ...later }, now)).toBe('embargo')
    expect(rowStateOf({ status: 'published', ...later }, now)).toBe('published')
    expect(rowStateOf({ status: 'withdrawn', ...later }, now)).toBe('killed')
    expect(rowStateOf({ status: 'ready', embargo: '2026-04-14T11:59:59.000Z' }, now)).toBe('ready')
  })

  test('calls a withdrawn story killed', () => {
    expect(stateName(rowStateOf({ status: 'withdrawn', embargo: null }, now), null, now)).toBe('Killed')
  })
})

describe('what the list counts', () => {
  const alike = { desk: 'Foreign', language: 'en', findings: false, isRecent: true } as const
  const counts: StoryCount[] = [
    { ...alike, state: 'draft', count: 1 },
    { ...alike, state: 'ready', desk: 'Home', count: 1 },
    { ...alike, state: 'killed', language: 'hy', findings: true, isRecent: false, count: 2 },
  ]

  test('has a view for today and for each desk, with its count', () => {
    expect(viewsOf(counts, ['Features']).map(({ name, count }) => [name, count])).toEqual([
      ['All stories', 4],
      ['Today', 2],
      ['Features', 0],
      ['Foreign', 3],
      ['Home', 1],
    ])
  })

  test('counts the states of what is let through otherwise', () => {
    const chosen = { ...nothingWanted, view: 'desk:Foreign' }
    expect([...countStates(countsToChooseFrom(counts, chosen))]).toEqual([
      ['draft', 1],
      ['killed', 2],
    ])
    expect(sumOf(countsToChooseFrom(counts, { ...chosen, findings: true }))).toBe(2)
  })
})

test('a kept search is named by what it looks for, and lists the same again', () => {
  const wanted = { ...nothingWanted, query: 'bridge', view: 'desk:Home', statuses: new Set(['ready'] as const) }
  const search = savedSearchSchema.parse(savedSearchOf(wanted, now))
  expect(search.name).toBe('bridge, Home, Ready')
  expect(wantedBy(search)).toEqual(wanted)
  expect(canBeSaved(nothingWanted)).toBe(false)
})

describe('a row', () => {
  test('says when a story is due or overdue, while it is not out', () => {
    const due = '2026-04-14T11:00:00.000Z'
    expect(dueWords({ due, status: 'ready' }, now)).toContain('overdue')
    expect(dueWords({ due: '2026-04-14T13:00:00.000Z', status: 'ready' }, now)).toMatch(/^due/)
    expect(dueWords({ due, status: 'published' }, now)).toBeNull()
  })

  test('marks the words that were found', () => {
    const parts = partsOf({ text: 'the bridge held', marks: [{ from: 4, to: 10 }] })
    expect(parts.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('')).toBe('the [bridge] held')
    const before = 'They had walked for hours along the river and then the '
    const [first] = partsOf({ text: `${before}bridge`, marks: [{ from: before.length, to: before.length + 6 }] })
    expect(first?.text).toBe('…the river and then the ')
  })
})

describe('the list of the library', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  interface Asked {
    readonly query: string
    readonly offset: number
    readonly limit: number
    readonly revision?: number
  }

  /** A library of what `stored` holds, and a way to tell the window of a story. */
  function library(stored: (query: string) => readonly StorySummary[]) {
    let tell: (story: StorySummary) => void = () => undefined
    let revision = 1
    const list = vi.fn(({ query, offset, limit }: Asked) =>
      Promise.resolve({ ok: true, value: answerOf(stored(query), offset, limit, revision) }),
    )
    const bridge = {
      stories: { list, counts: () => Promise.resolve({ ok: true, value: [] }) },
      on: (_name: string, listener: (story: StorySummary) => void) => {
        tell = listener
        return () => undefined
      },
    } as unknown as Bridge
    return {
      list,
      stories: new StoryList(bridge),
      tell: (story: StorySummary) => {
        revision += 1
        tell(story)
      },
    }
  }

  function answerOf(stories: readonly StorySummary[], offset: number, limit: number, revision: number) {
    const page = stories.slice(offset, offset + limit)
    return { total: stories.length, revision, stories: page, excerpts: [], problems: [], unreadable: [], groups: [] }
  }

  const slugs = (stories: StoryList): string[] =>
    [...stories.state.get().rows].sort(([a], [b]) => a - b).map(([, story]) => story.slug)

  const thousands = Array.from({ length: 100_000 }, (_, number) => summary(number))

  test('asks for the rows that are looked at, wherever they stand, and keeps few of the others', async () => {
    const { stories, list } = library(() => thousands)
    await stories.load()
    expect(stories.state.get().total).toBe(100_000)
    for (const place of [50_010, 99_995, 20_000]) {
      stories.look(place, place + 4)
      await vi.advanceTimersByTimeAsync(0)
      expect(stories.state.get().rows.get(place)?.slug).toBe(`STORY-${place}`)
    }
    expect(Math.max(...list.mock.calls.map(([{ limit }]) => limit))).toBe(100)
    for (let place = 0; place < 5000; place += 100) {
      stories.look(place, place + 10)
      await vi.advanceTimersByTimeAsync(0)
    }
    expect(stories.state.get().rows.size).toBeLessThanOrEqual(2000)
    expect(stories.state.get().rows.has(4905)).toBe(true)
  })

  test('does not ask for what a quick scroll passes by', async () => {
    const { stories, list } = library(() => thousands)
    await stories.load()
    for (let place = 1000; place <= 90_000; place += 1000) stories.look(place, place + 10)
    await vi.advanceTimersByTimeAsync(0)
    expect(list.mock.calls.length).toBeLessThanOrEqual(3)
    expect(stories.state.get().rows.has(90_005)).toBe(true)
  })

  test('lists a new story by itself, and only offers it while somebody is at the list', async () => {
    const stored = [summary(1)]
    const { stories, tell } = library(() => [...stored])
    await stories.load()
    stored.unshift(summary(2))
    tell(summary(2))
    await vi.advanceTimersByTimeAsync(1000)
    expect(slugs(stories)).toEqual(['STORY-2', 'STORY-1'])
    stories.setBusy(true)
    stored.unshift(summary(3))
    tell(summary(3))
    tell(summary(1, { headline: 'Rewritten' }))
    await vi.advanceTimersByTimeAsync(1000)
    expect(slugs(stories)).toEqual(['STORY-2', 'STORY-1'])
    expect(stories.state.get().rows.get(1)?.headline).toBe('Rewritten')
    expect(stories.state.get().news).toBe(1)
    stories.setBusy(false)
    await vi.advanceTimersByTimeAsync(1000)
    expect(slugs(stories)).toEqual(['STORY-3', 'STORY-2', 'STORY-1'])
    expect(stories.state.get().news).toBe(0)
  })

  test('counts only what the list has grown by as new: not what changed elsewhere in it, nor what answers something else', async () => {
    const stored = Array.from({ length: 300 }, (_, number) => summary(number))
    const { stories, tell } = library(() => [...stored])
    await stories.load()
    stories.setBusy(true)
    tell(summary(250, { headline: 'Changed where nobody looks' }))
    tell(summary(900, { desk: 'Another list' }))
    await vi.advanceTimersByTimeAsync(1000)
    expect(stories.state.get().news).toBe(0)
    stored.push(summary(300))
    tell(summary(300))
    tell(summary(300, { headline: 'Saved again' }))
    tell(summary(260))
    await vi.advanceTimersByTimeAsync(1000)
    expect(stories.state.get().news).toBe(1)
  })

  test('does not show a story that was taken out again, even when an answer still has it', async () => {
    const { stories } = library(() => [summary(1), summary(2)])
    await stories.load()
    const first = stories.state.get().rows.get(0)
    if (first !== undefined) stories.forget(first.id)
    expect(slugs(stories)).toEqual(['STORY-2'])
    await vi.advanceTimersByTimeAsync(1000)
    expect(slugs(stories)).toEqual(['STORY-2'])
  })

  test('asks once when somebody types', async () => {
    const { stories, list } = library((query) => (query === 'br' ? [summary(1)] : [summary(1), summary(2)]))
    stories.search('b')
    stories.search('br')
    await vi.advanceTimersByTimeAsync(200)
    expect(list).toHaveBeenCalledTimes(1)
    expect(slugs(stories)).toEqual(['STORY-1'])
  })

  test('an answer that comes late does not undo a newer one', async () => {
    const answers: ((stories: StorySummary[]) => void)[] = []
    const bridge = {
      stories: {
        counts: () => Promise.resolve({ ok: true, value: [] }),
        list: () =>
          new Promise((resolve) => {
            answers.push((found) => resolve({ ok: true, value: answerOf(found, 0, 100, 1) }))
          }),
      },
      on: () => () => undefined,
    } as unknown as Bridge
    const stories = new StoryList(bridge)
    const slow = stories.load()
    const quick = stories.load()
    answers[1]?.([summary(2)])
    await quick
    answers[0]?.([summary(1)])
    await slow
    expect(slugs(stories)).toEqual(['STORY-2'])
  })

  describe('held still while the archive moves on', () => {
    const some = (count: number) => Array.from({ length: count }, (_, number) => summary(number))

    /** A library that keeps no answer: whatever is asked, it answers as it stands now. */
    async function moving(stored: StorySummary[]) {
      let tell: (story: StorySummary) => void = () => undefined
      let revision = 1
      const answers = <T>(value: T) => Promise.resolve({ ok: true, value })
      const placeOf = (wanted: { story: StoryId } | { beginning: string; after: number }): number | null => {
        const found =
          'story' in wanted
            ? stored.findIndex(({ id }) => id === wanted.story)
            : stored.findIndex(({ slug }, place) => place > wanted.after && slug.startsWith(wanted.beginning))
        return found < 0 ? null : found
      }
      const bridge = {
        stories: {
          list: ({ offset, limit }: Asked) => answers(answerOf(stored, offset, limit, revision)),
          ids: ({ offset, limit }: Asked) =>
            answers({ ids: stored.slice(offset, offset + limit).map(({ id }) => id), revision }),
          place: ({ wanted }: { wanted: Parameters<typeof placeOf>[0] }) =>
            answers({ place: placeOf(wanted), revision }),
          counts: () => answers([]),
        },
        on: (_name: string, listener: (story: StorySummary) => void) => {
          tell = listener
          return () => undefined
        },
      } as unknown as Bridge
      const stories = new StoryList(bridge)
      await stories.load()
      stories.setBusy(true)
      return {
        stories,
        selection: new StorySelection(stories),
        comesFirst: (story: StorySummary) => {
          stored.unshift(story)
          revision += 1
          tell(story)
        },
      }
    }

    test('a range is of the stories that were looked at, not of those that have their places now', async () => {
      const stored = some(500)
      const shown = stored.map(({ id }) => id)
      const { stories, selection, comesFirst } = await moving(stored)
      selection.toggle(summary(5).id)
      stories.look(400, 410)
      await vi.advanceTimersByTimeAsync(0)
      comesFirst(summary(900))
      await selection.extend(5, 402)
      expect([...selection.state.get().ids]).toEqual(shown.slice(5, 403))
      comesFirst(summary(901))
      await selection.extend(403, 400)
      expect([...selection.state.get().ids].sort()).toEqual(shown.slice(5, 400))
    })

    test('a range to a row that is not loaded is left alone when nobody can say which story that was', async () => {
      const { selection, comesFirst } = await moving(some(500))
      selection.toggle(summary(5).id)
      comesFirst(summary(900))
      await selection.extend(5, 402)
      expect([...selection.state.get().ids]).toEqual([summary(5).id])
    })

    test('all are all that are listed now, and the list shows them', async () => {
      const stored = some(500)
      const { stories, selection, comesFirst } = await moving(stored)
      comesFirst(summary(900))
      await selection.all()
      expect([...selection.state.get().ids]).toEqual(stored.map(({ id }) => id))
      expect(stories.state.get().total).toBe(501)
    })

    test('a name that is typed leads to the row in which it stands', async () => {
      const stored = some(500)
      const { stories, comesFirst } = await moving(stored)
      comesFirst(summary(900))
      const place = await stories.placeOfBeginning('STORY-7', 7)
      stories.look(place ?? 0, place ?? 0)
      await vi.advanceTimersByTimeAsync(0)
      // The row in which STORY-7 itself stands has moved, and the search goes on behind it.
      expect(stories.state.get().rows.get(place ?? -1)?.slug).toBe('STORY-70')
      comesFirst(summary(901))
      const open = await stories.placeOf(summary(450).id)
      stories.look(open ?? 0, open ?? 0)
      await vi.advanceTimersByTimeAsync(0)
      expect(stories.state.get().rows.get(open ?? -1)?.slug).toBe('STORY-450')
    })
  })

  test('says when the library cannot be read', async () => {
    const bridge = {
      stories: { list: () => Promise.resolve({ ok: false, error: { code: 'internal', message: 'no' } }) },
      on: () => () => undefined,
    } as unknown as Bridge
    const stories = new StoryList(bridge)
    await stories.load()
    expect(stories.state.get().phase).toBe('failed')
  })
})
