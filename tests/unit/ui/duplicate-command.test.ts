import { beforeEach, expect, test, vi } from 'vitest'
import { duplicateCommand } from '../../../renderer/app/commands/duplicate-command.ts'
import { Sessions } from '../../../renderer/app/sessions.ts'
import type { StorySession } from '../../../renderer/editor/session.ts'
import { State } from '../../../renderer/ui/store.ts'
import { ToastQueue } from '../../../renderer/ui/toast-queue.ts'
import { GalleyError } from '../../../storage/model/errors.ts'
import { summary } from './summaries.ts'

const [source, copy] = [summary(1).id, summary(2).id]

beforeEach(() => {
  vi.stubGlobal('document', { activeElement: null })
  vi.stubGlobal('HTMLInputElement', vi.fn())
  vi.stubGlobal('HTMLTextAreaElement', vi.fn())
  return () => vi.unstubAllGlobals()
})

async function desk(flush: () => Promise<void> = () => Promise.resolve()) {
  const done: string[] = []
  const sessions = new Sessions((id) =>
    Promise.resolve({
      id,
      flush: async () => {
        await flush()
        done.push('flush')
      },
      close: () => Promise.resolve(),
      snapshot: () => ({ record: { slug: id === copy ? 'FERRY-2' : 'FERRY' } }),
    } as unknown as StorySession),
  )
  await sessions.open(source)
  const duplicate = vi.fn(({ id }: { id: string }) => {
    done.push(`duplicate ${id.slice(-1)}`)
    return Promise.resolve({ ok: true as const, value: { id: copy } })
  })
  const host = {
    bridge: { stories: { duplicate } },
    sessions,
    toasts: new ToastQueue(),
    problem: new State<string | null>(null),
  }
  return { ...host, done, command: duplicateCommand(host) }
}

test('what was typed is sent, then the story is copied and the copy opened, once at a time', async () => {
  const { command, done, sessions, toasts, bridge } = await desk()
  expect(command.isEnabled()).toBe(true)
  command.run()
  expect(command.isEnabled()).toBe(false)
  await vi.waitFor(() => expect(toasts.shown.get()?.words).toBe('Copied as FERRY-2.'))
  expect(done.slice(0, 2)).toEqual(['flush', 'duplicate 1'])
  expect(sessions.current.get()).toMatchObject({ state: 'open', id: copy })
  expect(bridge.stories.duplicate).toHaveBeenCalledTimes(1)
  await vi.waitFor(() => expect(command.isEnabled()).toBe(true))
})

test('nothing is copied of a story whose words cannot be sent, and the window says why', async () => {
  const full = new GalleyError('disk_full', 'The disk is full.')
  const { command, sessions, problem, bridge } = await desk(() => Promise.reject(full))
  command.run()
  await vi.waitFor(() => expect(problem.get()).toBe('The disk is full.'))
  expect(bridge.stories.duplicate).not.toHaveBeenCalled()
  expect(sessions.current.get()).toMatchObject({ state: 'open', id: source })
  expect(command.isEnabled()).toBe(true)
})
