import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Bridge } from '../../../electron/ipc/contract/index.ts'
import type { StorySummary } from '../../../storage/model/summary.ts'
import { rowStateOf, stateName } from '../../../renderer/desk/row-state.ts'
import { countStates, selectStories, storiesOfView } from '../../../renderer/desk/select-stories.ts'
import { StoryList } from '../../../renderer/desk/story-list.ts'
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

describe('what the list shows', () => {
  const stories = [
    summary(1, { updated: '2026-04-14T10:00:00.000Z', status: 'draft' }),
    summary(2, { updated: '2026-04-14T11:00:00.000Z', status: 'ready', desk: 'Home' }),
    summary(3, { updated: '2026-04-01T11:00:00.000Z', status: 'published', slug: 'ALPHA' }),
    summary(4, { updated: '2026-04-02T11:00:00.000Z', status: 'withdrawn' }),
  ]
  const numbers = (shown: readonly StorySummary[]): number[] => shown.map((story) => Number(story.id.slice(-2)))

  test('follows the order that is asked for', () => {
    expect(numbers(selectStories(stories, new Set(), 'newest', now))).toEqual([2, 1, 4, 3])
    expect(numbers(selectStories(stories, new Set(), 'oldest', now))).toEqual([3, 4, 1, 2])
    expect(numbers(selectStories(stories, new Set(), 'slug', now))[0]).toBe(3)
  })

  test('lets only the chosen statuses through', () => {
    expect(numbers(selectStories(stories, new Set(['killed', 'ready']), 'newest', now))).toEqual([2, 4])
  })

  test('has a view for today and for each desk, with its count', () => {
    expect(viewsOf(stories, ['Features'], now).map(({ name, count }) => [name, count])).toEqual([
      ['All stories', 4],
      ['Today', 2],
      ['Features', 0],
      ['Foreign', 3],
      ['Home', 1],
    ])
    expect(numbers(storiesOfView(stories, 'desk:Home', now))).toEqual([2])
    expect([...countStates(stories, now)]).toEqual(
      expect.arrayContaining([
        ['draft', 1],
        ['killed', 1],
      ]),
    )
  })
})

describe('the list of the library', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  /** A library that answers with what `answer` holds, and a way to tell the window of a story. */
  function library(answer: (query: string) => StorySummary[]) {
    let tell: (story: StorySummary) => void = () => undefined
    const list = vi.fn(({ query }: { query: string }) =>
      Promise.resolve({ ok: true, value: { total: 0, stories: answer(query) } }),
    )
    const bridge = {
      stories: { list },
      on: (_name: string, listener: (story: StorySummary) => void) => {
        tell = listener
        return () => undefined
      },
    } as unknown as Bridge
    return { list, stories: new StoryList(bridge), tell: (story: StorySummary) => tell(story) }
  }

  test('puts a new story on top and renews one that it shows', async () => {
    const { stories, tell } = library(() => [summary(1)])
    await stories.load()
    tell(summary(2))
    tell(summary(1, { headline: 'Rewritten' }))
    expect(stories.state.get().stories.map((story) => story.headline)).toEqual(['Story 2', 'Rewritten'])
  })

  test('asks once when somebody types, and again when a story it does not show was saved', async () => {
    const { stories, list, tell } = library((query) => (query === 'br' ? [summary(1)] : [summary(1), summary(2)]))
    stories.search('b')
    stories.search('br')
    await vi.advanceTimersByTimeAsync(200)
    expect(list).toHaveBeenCalledTimes(1)
    expect(stories.state.get().stories).toHaveLength(1)
    tell(summary(9))
    await vi.advanceTimersByTimeAsync(0)
    expect(list).toHaveBeenCalledTimes(2)
  })

  test('an answer that comes late does not undo a newer one', async () => {
    const answers: ((stories: StorySummary[]) => void)[] = []
    const bridge = {
      stories: {
        list: () =>
          new Promise((resolve) => {
            answers.push((found) => resolve({ ok: true, value: { total: 0, stories: found } }))
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
    expect(stories.state.get().stories.map((story) => story.slug)).toEqual(['STORY-2'])
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
