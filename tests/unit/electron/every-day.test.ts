import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { everyDay } from '../../../electron/main/every-day.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-02T22:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

const minutes = (count: number): Promise<unknown> => vi.advanceTimersByTimeAsync(count * 60_000)

test('something is done once a day, and not in the first minutes', async () => {
  const act = vi.fn(() => Promise.resolve())
  const end = everyDay({ act, onFailed: vi.fn() })
  await minutes(4)
  expect(act).not.toHaveBeenCalled()
  await minutes(110)
  expect(act.mock.calls).toEqual([[new Date('2026-03-02T22:05:00Z')]])
  await minutes(24 * 60)
  expect(act).toHaveBeenCalledTimes(2)
  end()
  await minutes(3 * 24 * 60)
  expect(act).toHaveBeenCalledTimes(2)
})

test('what failed is told once, and tried again the next day', async () => {
  const act = vi.fn(() => Promise.reject(new Error('full')))
  const onFailed = vi.fn()
  const end = everyDay({ act, onFailed })
  await minutes(60)
  expect(onFailed).toHaveBeenCalledTimes(1)
  await minutes(24 * 60)
  expect([act.mock.calls.length, onFailed.mock.calls.length]).toEqual([2, 2])
  end()
})
