import { expect, test, vi } from 'vitest'
import type { Bridge } from '../../../electron/ipc/contract/index.ts'
import { Sessions } from '../../../renderer/app/sessions.ts'
import type { OpenSession } from '../../../renderer/app/sessions.ts'
import { StoryActs } from '../../../renderer/desk/story-acts.ts'
import { StoryList } from '../../../renderer/desk/story-list.ts'
import { StorySelection } from '../../../renderer/desk/story-selection.ts'
import { TrashDesk } from '../../../renderer/desk/trash-desk.ts'
import type { StorySession } from '../../../renderer/editor/session.ts'
import { State } from '../../../renderer/ui/store.ts'
import { ToastQueue } from '../../../renderer/ui/toast-queue.ts'
import type { StoryId } from '../../../storage/model/ids.ts'
import type { RecordChange } from '../../../storage/model/record-change.ts'
import { summary } from './summaries.ts'

const noSession: OpenSession = () => Promise.reject(new Error('no story is opened here'))

/** The acts of a window whose main changes the stories that `may` names, when it is let. */
async function acting(may: (id: StoryId) => boolean, openSession: OpenSession = noSession) {
  const stored = [1, 2, 3].map((number) => summary(number))
  const listeners = new Map<string, (payload: unknown) => void>()
  let answer: () => void = () => undefined
  const acted = ({ ids }: { ids: StoryId[] }) =>
    new Promise((resolve) => {
      const refused = ids.filter((id) => !may(id))
      const value = {
        changed: ids.filter(may),
        refused: refused.length === 0 ? [] : [{ message: 'It is out.', ids: refused }],
        left: 0,
      }
      answer = () => resolve({ ok: true, value })
    })
  const idsAsked = vi.fn(() => Promise.resolve({ ok: true, value: stored.map(({ id }) => id) }))
  const stopMany = vi.fn(() => Promise.resolve({ ok: true, value: null }))
  const list = () => {
    const page = { total: stored.length, revision: 1, stories: stored, groups: [] }
    return Promise.resolve({ ok: true, value: { ...page, excerpts: [], problems: [], unreadable: [] } })
  }
  const takeBackMany = vi.fn(acted)
  const bridge = {
    stories: {
      list,
      counts: () => Promise.resolve({ ok: true, value: [] }),
      changeMany: acted,
      stopMany,
      ids: idsAsked,
    },
    trash: { putMany: acted, takeBackMany },
    on: (name: string, listener: (payload: unknown) => void) => {
      listeners.set(name, listener)
      return () => undefined
    },
  } as unknown as Bridge
  const stories = new StoryList(bridge)
  await stories.load()
  const parts = {
    bridge,
    list: stories,
    selection: new StorySelection(stories),
    sessions: new Sessions(openSession),
    toasts: new ToastQueue(),
    problem: new State<string | null>(null),
  }
  const publish = vi.fn()
  const acts = new StoryActs({ ...parts, trash: new TrashDesk(parts), publish })
  return { acts, ...parts, publish, stored, stopMany, takeBackMany, listeners, answer: () => answer() }
}

test('an act on many says how far it is, can be stopped, and names what was refused', async () => {
  const { acts, stored, toasts, problem, listeners, stopMany, answer } = await acting((id) => id !== summary(2).id)
  const ids = stored.map(({ id }) => id)
  const changed = acts.change(ids, { field: 'status', status: 'ready' })
  expect(acts.underWay.get()).toEqual({ done: 0, total: 3 })
  listeners.get('actingOnMany')?.({ done: 2, total: 3 })
  expect(acts.underWay.get()).toEqual({ done: 2, total: 3 })
  await acts.stop()
  expect(stopMany).toHaveBeenCalledOnce()
  answer()
  await changed
  expect(acts.underWay.get()).toBeNull()
  expect(toasts.shown.get()?.words).toBe('2 stories set to Ready.')
  expect(problem.get()).toBe('STORY-2 was left as it is. It is out.')
})

test('stories that are trashed together leave list and selection, and one undo takes all of them back', async () => {
  const { acts, stored, list, selection, toasts, takeBackMany, answer } = await acting(() => true)
  const ids = stored.slice(0, 2).map(({ id }) => id)
  await selection.extend(0, 2)
  const trashed = acts.trash(ids)
  await Promise.resolve()
  answer()
  await trashed
  expect([...selection.state.get().ids]).toEqual([summary(3).id])
  expect(list.find(summary(1).id)).toBeNull()
  expect(toasts.shown.get()?.words).toBe('2 stories are in the trash.')
  toasts.shown.get()?.act?.run()
  expect(takeBackMany).toHaveBeenCalledWith({ ids })
})

test('one story is published only when it is the one that is open: no other is prepared in its place', async () => {
  let isSaved = false
  const session = {
    flush: () => (isSaved ? Promise.resolve() : Promise.reject(new Error('The disk is full.'))),
    close: () => Promise.resolve(),
  } as unknown as StorySession
  const { acts, sessions, publish } = await acting(
    () => true,
    () => Promise.resolve(session),
  )
  await sessions.open(summary(1).id)
  await acts.publish([summary(2).id])
  expect(sessions.current.get()).toMatchObject({ state: 'open', id: summary(1).id })
  expect(publish).not.toHaveBeenCalled()
  isSaved = true
  await Promise.all([acts.publish([summary(2).id]), acts.publish([summary(3).id])])
  expect(publish.mock.calls).toEqual([[[summary(3).id]]])
})

test('stories that are changed out of what is listed are chosen no more, and those that stay are', async () => {
  const { acts, stored, list, selection, answer } = await acting(() => true)
  const ids = stored.slice(0, 2).map(({ id }) => id)
  const change = async (made: RecordChange): Promise<number> => {
    for (const id of ids) if (!selection.state.get().ids.has(id)) selection.toggle(id)
    const changing = acts.change(ids, made)
    answer()
    await changing
    return selection.size
  }
  expect(await change({ field: 'status', status: 'ready' })).toBe(2)
  list.change({ statuses: new Set(['draft'] as const) })
  expect(await change({ field: 'desk', desk: 'Home' })).toBe(2)
  expect(await change({ field: 'status', status: 'ready' })).toBe(0)
  list.change({ statuses: new Set(['draft', 'ready'] as const) })
  expect(await change({ field: 'status', status: 'ready' })).toBe(2)
  list.change({ statuses: new Set(), view: 'desk:Foreign' })
  expect(await change({ field: 'keywords', add: ['ice'] })).toBe(2)
  expect(await change({ field: 'desk', desk: 'Home' })).toBe(0)
  list.show({ ...list.state.get(), view: 'all', query: 'status:draft' })
  expect(await change({ field: 'status', status: 'ready' })).toBe(0)
})

test('what is chosen while stories leave is chosen without them', async () => {
  const { stored, list, selection } = await acting(() => true)
  list.look(0, 2)
  list.state.update((state) => ({ ...state, rows: new Map() }))
  const all = selection.all()
  selection.forget([summary(2).id])
  await all
  expect([...selection.state.get().ids]).toEqual([summary(1).id, summary(3).id])
  const range = selection.extend(0, 2)
  selection.forget(stored.map(({ id }) => id))
  await range
  expect(selection.size).toBe(0)
})
