import { describe, expect, test, vi } from 'vitest'
import { GalleyError } from '../../../storage/model/errors.ts'
import type { StoryId } from '../../../storage/model/ids.ts'
import { Sessions } from '../../../renderer/app/sessions.ts'
import type { StorySession } from '../../../renderer/editor/session.ts'
import { summary } from './summaries.ts'

const [first, second, third] = [summary(1).id, summary(2).id, summary(3).id]

/** Sessions over stories that note what was done with them, in order. */
function desk(options: { failsToFlush?: StoryId; failsToOpen?: StoryId } = {}) {
  const done: string[] = []
  const name = (id: StoryId): string => id.slice(-1)
  const sessions = new Sessions(async (id) => {
    await Promise.resolve()
    if (id === options.failsToOpen) throw new GalleyError('story_damaged', 'The text of this story is damaged.')
    done.push(`open ${name(id)}`)
    return {
      id,
      flush: async () => {
        await Promise.resolve()
        if (id === options.failsToFlush) throw new GalleyError('disk_full', 'The disk is full.')
        done.push(`flush ${name(id)}`)
      },
      close: async () => {
        await Promise.resolve()
        done.push(`close ${name(id)}`)
      },
      waitForTakingBack: () => done.push(`keep ${name(id)}`),
      abandon: async () => {
        await Promise.resolve()
        done.push(`abandon ${name(id)}`)
      },
    } as unknown as StorySession
  })
  const openNow = (): string => {
    const current = sessions.current.get()
    return current.state === 'none' ? 'none' : `${current.state} ${name(current.id)}`
  }
  return { sessions, done, openNow }
}

describe('a story that is not there any more', () => {
  test('is left as it is, and no way leads back to it', async () => {
    const { sessions, done, openNow } = desk()
    await sessions.open(first)
    await sessions.open(second)
    await sessions.drop(second)
    expect(done.slice(-2)).toEqual(['flush 2', 'abandon 2'])
    expect(openNow()).toBe('none')
    expect([sessions.canGo(-1), sessions.canGo(1)]).toEqual([false, false])
    await sessions.open(third)
    await sessions.drop(first)
    expect(openNow()).toBe('open 3')
    expect(sessions.canGo(-1)).toBe(false)
  })
})

describe('a story that goes to the trash with words of this window that are not saved', () => {
  test('stays open here, and the way to it as well', async () => {
    const { sessions, done, openNow } = desk({ failsToFlush: first })
    await sessions.open(first)
    await sessions.drop(first)
    expect(done).toEqual(['open 1', 'keep 1'])
    expect(openNow()).toBe('open 1')
    expect(sessions.trail.get().ids).toEqual([first])
  })
})

describe('changing the story', () => {
  test('sends what was typed before it leaves the story before', async () => {
    const { sessions, done, openNow } = desk()
    await sessions.open(first)
    await sessions.open(second)
    expect(done).toEqual(['open 1', 'flush 1', 'close 1', 'open 2'])
    expect(openNow()).toBe('open 2')
  })

  test('stays where it is when the story before cannot be saved', async () => {
    const { sessions, done, openNow } = desk({ failsToFlush: first })
    await sessions.open(first)
    await sessions.open(second)
    expect(openNow()).toBe('open 1')
    expect(done).toEqual(['open 1'])
    expect(sessions.held.get()).toEqual({ id: second })
    expect(sessions.trail.get()).toEqual({ ids: [first], at: 0 })
    await sessions.open(second)
    expect(sessions.trail.get()).toEqual({ ids: [first], at: 0 })
  })

  test('opens the same story anew without what could not be saved of it', async () => {
    const { sessions, done, openNow } = desk({ failsToFlush: first })
    await sessions.open(first)
    await sessions.reopen()
    expect(openNow()).toBe('open 1')
    expect(done).toEqual(['open 1', 'abandon 1', 'open 1'])
    expect(sessions.canGo(-1)).toBe(false)
  })

  test('of several wishes in a row the last one counts', async () => {
    const { sessions, done, openNow } = desk()
    await Promise.all([sessions.open(first), sessions.open(second), sessions.open(third)])
    expect(openNow()).toBe('open 3')
    expect(done.filter((act) => act.startsWith('open'))).toEqual(['open 3'])
  })

  test('opening the open story again does nothing', async () => {
    const { sessions, done } = desk()
    await sessions.open(first)
    await sessions.open(first)
    expect(done).toEqual(['open 1'])
    expect(sessions.canGo(-1)).toBe(false)
  })

  test('says why a story did not open, and opens the next one all the same', async () => {
    const { sessions, openNow } = desk({ failsToOpen: first })
    await sessions.open(first)
    expect(sessions.current.get()).toEqual({
      state: 'failed',
      id: first,
      code: 'story_damaged',
      message: 'The text of this story is damaged.',
    })
    await sessions.open(second)
    expect(openNow()).toBe('open 2')
  })
})

describe('the trail', () => {
  test('goes back and forward, and forgets what lay ahead when another story is opened', async () => {
    const { sessions, openNow } = desk()
    await sessions.open(first)
    await sessions.open(second)
    await sessions.go(-1)
    expect(openNow()).toBe('open 1')
    expect(sessions.canGo(-1)).toBe(false)
    await sessions.go(1)
    expect(openNow()).toBe('open 2')
    await sessions.go(-1)
    await sessions.open(third)
    expect(sessions.canGo(1)).toBe(false)
    await sessions.go(-1)
    expect(openNow()).toBe('open 1')
  })

  test('ends at its ends', async () => {
    const { sessions } = desk()
    const listener = vi.fn()
    sessions.current.subscribe(listener)
    await sessions.go(-1)
    await sessions.go(1)
    expect(listener).not.toHaveBeenCalled()
  })
})
