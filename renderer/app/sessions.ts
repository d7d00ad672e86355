import type { ErrorCode } from '../../storage/model/errors.ts'
import { isGalleyError } from '../../storage/model/errors.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import type { StorySession } from '../editor/session.ts'
import { State } from '../ui/store.ts'
import { messageOfError } from './messages.ts'

export type Opened =
  | { readonly state: 'none' }
  | { readonly state: 'opening'; readonly id: StoryId }
  | { readonly state: 'open'; readonly id: StoryId; readonly session: StorySession }
  | {
      readonly state: 'failed'
      readonly id: StoryId
      /** Null for a fault that is none of ours. */
      readonly code: ErrorCode | null
      readonly message: string
    }

export type OpenSession = (id: StoryId) => Promise<StorySession>

interface Trail {
  readonly ids: readonly StoryId[]
  readonly at: number
}

/**
 * The story that this window has open, and the way back to those before it.
 * Changing the story first sends everything that was typed in the one before.
 */
export class Sessions {
  readonly current = new State<Opened>({ state: 'none' })
  readonly trail = new State<Trail>({ ids: [], at: -1 })
  /** The story that was not opened, because what was typed in the open one cannot be saved. */
  readonly held = new State<{ readonly id: StoryId } | null>(null)
  readonly #openSession: OpenSession
  #turn: Promise<void> = Promise.resolve()
  #wanted: StoryId | null = null
  /** The trail to the story that is open, whatever is wanted. */
  #trodden: Trail = this.trail.get()

  constructor(openSession: OpenSession) {
    this.#openSession = openSession
  }

  /** Opens a story in place of the one before. Of several calls in a row, the last one counts. */
  async open(id: StoryId): Promise<void> {
    this.trail.update(({ ids, at }) =>
      ids[at] === id ? { ids, at } : { ids: [...ids.slice(0, at + 1), id], at: at + 1 },
    )
    await this.#change(id)
  }

  /** Opens the open story anew, without what main would not take of it. Answers its session, or null when it did not open. */
  async reopen(): Promise<StorySession | null> {
    this.#turn = this.#turn.then(async () => {
      const before = this.current.get()
      if (before.state !== 'open') return
      this.current.set({ state: 'opening', id: before.id })
      await before.session.abandon()
      await this.#load(before.id)
    })
    await this.#turn
    const current = this.current.get()
    return current.state === 'open' ? current.session : null
  }

  /** Leaves a story that went to the trash, and forgets the way to it. Words of it that main lacks keep it open here. */
  async drop(id: StoryId): Promise<void> {
    this.#turn = this.#turn.then(async () => {
      const before = this.current.get()
      const session = before.state === 'open' && before.id === id ? before.session : null
      if (session !== null && !(await isSent(session))) {
        session.waitForTakingBack()
        return
      }
      const trail = without(this.trail.get(), id)
      this.trail.set(trail)
      this.#trodden = without(this.#trodden, id)
      if (before.state === 'none' || before.id !== id) return
      this.current.set({ state: 'none' })
      await session?.abandon()
    })
    await this.#turn
  }

  /** Goes one story back (-1) or forward (1) along the trail. */
  async go(by: -1 | 1): Promise<void> {
    const { ids, at } = this.trail.get()
    const id = ids[at + by]
    if (id === undefined) return
    this.trail.set({ ids, at: at + by })
    await this.#change(id)
  }

  canGo(by: -1 | 1): boolean {
    const { ids, at } = this.trail.get()
    return ids[at + by] !== undefined
  }

  /** Everything typed so far is acknowledged when this resolves. */
  async flush(): Promise<void> {
    const current = this.current.get()
    if (current.state === 'open') await current.session.flush()
  }

  async #change(id: StoryId): Promise<void> {
    this.#wanted = id
    this.#turn = this.#turn.then(() => this.#changeTo(id))
    await this.#turn
  }

  async #changeTo(id: StoryId): Promise<void> {
    const before = this.current.get()
    if (this.#wanted !== id || (before.state === 'open' && before.id === id)) return
    if (before.state === 'open' && !(await leave(before.session))) {
      this.trail.set(this.#trodden)
      this.held.set({ id })
      return
    }
    this.held.set(null)
    this.#trodden = this.trail.get()
    this.current.set({ state: 'opening', id })
    await this.#load(id)
  }

  async #load(id: StoryId): Promise<void> {
    try {
      const session = await this.#openSession(id)
      this.current.set({ state: 'open', id, session })
    } catch (error) {
      const code = isGalleyError(error) ? error.code : null
      this.current.set({ state: 'failed', id, code, message: messageOfError(error) })
    }
  }
}

/** A trail that leads past a story. */
function without({ ids, at }: Trail, id: StoryId): Trail {
  const gone = ids.slice(0, at + 1).filter((other) => other === id).length
  const left = ids.filter((other) => other !== id)
  return { ids: left, at: Math.min(left.length - 1, at - gone) }
}

/** Leaves a story. False when it could not be saved: it stays open, and the window says why. */
async function leave(session: StorySession): Promise<boolean> {
  if (!(await isSent(session))) return false
  // Everything is on disk now: a failure to say goodbye loses nothing.
  await session.close().catch(() => undefined)
  return true
}

/** False when main does not take what was typed. */
async function isSent(session: StorySession): Promise<boolean> {
  try {
    await session.flush()
    return true
  } catch {
    return false
  }
}
