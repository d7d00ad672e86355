import type { BrowserWindow, WebContents } from 'electron'
import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Closing } from '../../../electron/main/closing.ts'

/** A window as far as closing it goes. */
class FakeWindow extends EventEmitter {
  isGone = false
  readonly webContents = { isDestroyed: () => this.isGone, isCrashed: () => false } as unknown as WebContents

  isDestroyed(): boolean {
    return this.isGone
  }

  destroy(): void {
    this.isGone = true
  }

  close(): void {
    let held = false
    this.emit('close', { preventDefault: () => (held = true) })
    this.isGone ||= !held
  }
}

function guarded({ hasStories = true, lose = false } = {}) {
  const window = new FakeWindow()
  const tellClosing = vi.fn()
  const askToLose = vi.fn(() => Promise.resolve(lose))
  const closing = new Closing({ hasStories: () => hasStories, tellClosing, askToLose })
  closing.guard(window as unknown as BrowserWindow)
  return { window, closing, tellClosing, askToLose }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('a window without a story closes at once', () => {
  const { window, tellClosing } = guarded({ hasStories: false })
  window.close()
  expect(window.isGone).toBe(true)
  expect(tellClosing).not.toHaveBeenCalled()
})

test('a window with a story closes when its page has sent everything, and is told once', async () => {
  const { window, closing, tellClosing, askToLose } = guarded()
  window.close()
  window.close()
  expect(window.isGone).toBe(false)
  closing.ready(window.webContents)
  await vi.advanceTimersByTimeAsync(0)
  expect(window.isGone).toBe(true)
  expect(tellClosing).toHaveBeenCalledTimes(1)
  expect(askToLose).not.toHaveBeenCalled()
})

test('a page that does not answer keeps its window until the editor gives the changes up', async () => {
  const { window, askToLose } = guarded({ lose: true })
  window.close()
  await vi.advanceTimersByTimeAsync(4900)
  expect(askToLose).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(200)
  expect(askToLose).toHaveBeenCalledTimes(1)
  expect(window.isGone).toBe(true)
})

test('a window that is kept open can be closed later', async () => {
  const { window, closing } = guarded({ lose: false })
  window.close()
  await vi.advanceTimersByTimeAsync(5100)
  expect(window.isGone).toBe(false)
  window.close()
  closing.ready(window.webContents)
  await vi.advanceTimersByTimeAsync(0)
  expect(window.isGone).toBe(true)
})

test('being ready without having been asked closes nothing', async () => {
  const { window, closing } = guarded()
  closing.ready(window.webContents)
  await vi.advanceTimersByTimeAsync(0)
  expect(window.isGone).toBe(false)
})
