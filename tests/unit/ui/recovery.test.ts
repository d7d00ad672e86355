import type { Node } from 'prosemirror-model'
import { describe, expect, test, vi } from 'vitest'
import type { Damaged } from '../../../electron/ipc/contract/damaged.ts'
import type { EventName, EventPayload } from '../../../electron/ipc/contract/events.ts'
import type { Recovery } from '../../../electron/ipc/contract/recovery.ts'
import { Sessions } from '../../../renderer/app/sessions.ts'
import type { Safety, StorySession, StorySnapshot } from '../../../renderer/editor/session.ts'
import { RecoveryDesk } from '../../../renderer/recovery/recovery-desk.ts'
import type { RecoveryWindow } from '../../../renderer/recovery/recovery-desk.ts'
import { State } from '../../../renderer/ui/store.ts'
import { ToastQueue } from '../../../renderer/ui/toast-queue.ts'
import { writeDocument } from '../../../storage/model/document.ts'
import type { StoryVersion } from '../../../storage/model/version.ts'
import { storyRecord } from '../editor/authority.ts'
import { fakeBridge, story } from '../editor/desk.ts'

const saved = story('Bridge reopens', '', 'The first thing across was the post.')
const recovered = story('Bridge reopens', '', 'The first thing across was the post. Two lorries followed.')
const recovery: Recovery = { at: '2026-04-14T14:32:05.000Z', changes: 4, damage: [] }
const record = storyRecord()
const version: StoryVersion = {
  number: 7,
  at: '2026-04-14T14:32:05.000Z',
  by: 'Tobi Okafor',
  kind: 'restore',
  name: '',
  words: 10,
  wordsAdded: 3,
  wordsRemoved: 0,
  sha256: 'a'.repeat(64),
}

/** A session whose document and safety a test changes by hand. */
class FakeSession {
  readonly id = record.id
  readonly recovery: Recovery | null
  readonly #listeners = new Set<() => void>()
  #snapshot: StorySnapshot
  readonly abandon = vi.fn(() => Promise.resolve())
  readonly tryAgain = vi.fn()
  readonly flush = (): Promise<void> => Promise.resolve()
  readonly close = (): Promise<void> => Promise.resolve()

  constructor(brought: Recovery | null) {
    this.recovery = brought
    const safety: Safety = { state: 'saved', at: recovery.at, warning: null }
    this.#snapshot = { id: this.id, document: recovered, record, safety, selection: { from: 1, to: 1 } }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }
  readonly snapshot = (): StorySnapshot => this.#snapshot

  become(change: { document?: Node; safety?: Safety }): void {
    this.#snapshot = { ...this.#snapshot, ...change }
    for (const listener of [...this.#listeners]) listener()
  }
}

type Heard = { [Name in EventName]?: (payload: EventPayload<Name>) => void }

/** The recovery of a window over a main that notes what it is asked. */
async function desk(options: { brought?: Recovery | null; damaged?: readonly Damaged[]; goesBack?: boolean } = {}) {
  const asked: string[] = []
  const heard: Heard = {}
  const opened: FakeSession[] = []
  const sessions = new Sessions(async () => {
    const session = new FakeSession(opened.length === 0 ? (options.brought ?? null) : null)
    opened.push(session)
    await Promise.resolve()
    return session as unknown as StorySession
  })
  const done = <Value>(value: Value): Promise<{ ok: true; value: Value }> => Promise.resolve({ ok: true, value })
  const bridge = fakeBridge({
    on: (name, listener) => {
      Object.assign(heard, { [name]: listener })
      return () => undefined
    },
    recovery: {
      read: () => done({ record, document: writeDocument(saved) }),
      keep: () => {
        asked.push('keep')
        return done(null)
      },
      goBack: () => {
        asked.push('go back')
        opened[0]?.become({ document: saved })
        return options.goesBack === false
          ? Promise.resolve({ ok: false, error: { code: 'disk_full', message: 'The disk is full.' } })
          : done({ kept: version })
      },
      offers: () => done({ versions: [] }),
      rebuild: () => done(null),
    },
    trash: {
      list: () => done({ stories: [] }),
      put: () => done(null),
      sent: () => done(null),
      takeBack: () => {
        asked.push('take back')
        return done(null)
      },
      putMany: () => done({ changed: [], refused: [], left: 0 }),
      takeBackMany: () => done({ changed: [], refused: [], left: 0 }),
      empty: () => done({ removed: 0 }),
    },
    versions: {
      list: () => done({ versions: [version] }),
      name: () => done(version),
      read: () => done({ record, document: writeDocument(saved) }),
      restore: ({ number }) => {
        asked.push(`restore ${number}`)
        return done({ kept: null })
      },
    },
  })
  const compare = vi.fn()
  const window: RecoveryWindow = {
    bridge,
    sessions,
    toasts: new ToastQueue(),
    problem: new State<string | null>(null),
    compare,
    slugOf: () => null,
  }
  const made = new RecoveryDesk(window, options.damaged ?? [])
  await sessions.open(record.id)
  const [session] = opened
  if (session === undefined) throw new Error('no session')
  return { desk: made, window, sessions, session, opened, asked, heard, compare }
}

async function withRecovered(options: Parameters<typeof desk>[0] = {}) {
  const parts = await desk({ brought: recovery, ...options })
  const story = parts.desk.recovered.get()
  if (story === null) throw new Error('nothing recovered')
  return { ...parts, story }
}

describe('a recovered story', () => {
  test('says how many words came back', async () => {
    const { story } = await withRecovered()
    await vi.waitFor(() => expect(story.comparison.get()).toMatchObject({ added: 3, removed: 0 }))
  })

  test('is kept by writing on, once', async () => {
    const { desk, session, story, asked } = await withRecovered()
    session.become({ document: saved })
    session.become({ document: recovered })
    story.keep()
    expect(asked).toEqual(['keep'])
    expect(desk.recovered.get()).toBeNull()
  })

  test('goes back without keeping, and offers to take that back', async () => {
    const { desk, window, story, asked } = await withRecovered()
    await story.goBack()
    expect(asked).toEqual(['go back'])
    expect(desk.recovered.get()).toBeNull()
    const toast = window.toasts.shown.get()
    expect(toast?.words).toContain('version 7')
    toast?.act?.run()
    expect(asked).toEqual(['go back', 'restore 7'])
  })

  test('stands as it was, and asks on, when it cannot go back', async () => {
    const { desk, window, story } = await withRecovered({ goesBack: false })
    await story.goBack()
    expect(window.problem.get()).toContain('The disk is full.')
    expect(desk.recovered.get()).toBe(story)
  })

  test('asks nothing of a story that was closed in order', async () => {
    expect((await desk()).desk.recovered.get()).toBeNull()
  })
})

describe('a window that has lost touch', () => {
  const refused = (unsent: number): Safety => ({
    state: 'refused',
    message: 'Open the story again.',
    unsent,
    isInTrash: false,
  })

  test('opens the story again by itself when nothing of it is unsent', async () => {
    const { session, opened } = await desk()
    session.become({ safety: refused(0) })
    await vi.waitFor(() => expect(opened).toHaveLength(2))
    expect(session.abandon).toHaveBeenCalledOnce()
  })

  test('leaves that to the editor while words are unsent', async () => {
    const { desk: made, session, sessions } = await desk()
    session.become({ safety: refused(3) })
    await sessions.open(record.id)
    expect(session.abandon).not.toHaveBeenCalled()
    expect(made.unsaved).toBe(session)
  })

  test('forgets which story it would not open once all is saved', async () => {
    const { session, sessions } = await desk()
    sessions.held.set({ id: record.id })
    session.become({ safety: { state: 'saved', at: recovery.at, warning: null } })
    expect(sessions.held.get()).toBeNull()
  })
})

describe('a story that went to the trash before its last words', () => {
  const inTrash: Safety = { state: 'refused', message: 'It is in the trash.', unsent: 2, isInTrash: true }

  test('is taken back, and the same session sends what it holds', async () => {
    const { desk: made, session, opened, asked } = await desk()
    session.become({ safety: inTrash })
    expect(made.unsaved).toBe(session)
    made.tryAgain(made.unsaved ?? expect.fail('nothing is unsaved'))
    await vi.waitFor(() => expect(session.tryAgain).toHaveBeenCalledOnce())
    expect(asked).toEqual(['take back'])
    expect(opened).toHaveLength(1)
  })

  test('stays open while nothing but the trash is in its way', async () => {
    const { session, opened } = await desk()
    session.become({ safety: { ...inTrash, unsent: 0 } })
    await Promise.resolve()
    expect(session.abandon).not.toHaveBeenCalled()
    expect(opened).toHaveLength(1)
  })
})

describe('what happens to files', () => {
  const settings: Damaged = { id: null, message: 'A file was damaged.', quarantined: 'quarantine/1/galley.json' }

  test('damage is kept until it is read, whether it came before the window or after', async () => {
    const { desk: made, heard } = await desk({ damaged: [settings] })
    heard.damaged?.({ ...settings, quarantined: null })
    expect(made.damage.get().map(({ quarantined }) => quarantined)).toEqual(['quarantine/1/galley.json', null])
  })

  test('a story loaded again is said, with what changed', async () => {
    const { window, heard, compare } = await desk()
    heard.otherChange?.({ outcome: 'reloaded', id: record.id })
    await vi.waitFor(() => expect(window.toasts.shown.get()?.words).toContain('FERRY was changed by another program'))
    window.toasts.shown.get()?.act?.run()
    expect(compare).toHaveBeenCalledWith(record.id)
  })

  test('two texts of one story stay on show until somebody has looked, the newest of each story', async () => {
    const { desk: made, heard, compare } = await desk()
    const kept = { outcome: 'kept', id: record.id, ours: version, theirs: { ...version, number: 8 } } as const
    heard.otherChange?.({ ...kept, theirs: version })
    heard.otherChange?.(kept)
    expect(made.keptBoth.get()).toEqual([kept])
    made.compareBoth(kept)
    expect(compare).toHaveBeenCalledWith(record.id, 7, 8)
    made.putAway(kept)
    expect(made.keptBoth.get()).toEqual([])
  })
})
