import { describe, expect, test, vi } from 'vitest'
import { State } from '../../../renderer/ui/store.ts'
import { ToastQueue } from '../../../renderer/ui/toast-queue.ts'

describe('a state', () => {
  test('tells its listeners of a change once, and of no change not at all', () => {
    const state = new State(1)
    const listener = vi.fn()
    const leave = state.subscribe(listener)
    state.set(2)
    state.set(2)
    expect(listener).toHaveBeenCalledTimes(1)
    leave()
    state.set(3)
    expect(listener).toHaveBeenCalledTimes(1)
    expect(state.get()).toBe(3)
  })

  test('reaches every listener even when one leaves on being told', () => {
    const state = new State(0)
    const second = vi.fn()
    const leave = state.subscribe(() => leave())
    state.subscribe(second)
    state.set(1)
    expect(second).toHaveBeenCalledTimes(1)
  })
})

describe('toasts', () => {
  test('the newest takes the place of the one before, whose end does not take it away', () => {
    const queue = new ToastQueue()
    queue.show('Quote untagged')
    const first = queue.shown.get()
    queue.show('Picture removed')
    expect(queue.shown.get()?.words).toBe('Picture removed')
    queue.dismiss(first?.id ?? 0)
    expect(queue.shown.get()?.words).toBe('Picture removed')
    queue.dismiss(queue.shown.get()?.id ?? 0)
    expect(queue.shown.get()).toBeNull()
  })
})
