import type { StoryId } from '../../storage/model/ids.ts'
import type { StorySession } from '../editor/session.ts'
import { State } from '../ui/store.ts'
import { messageOfError } from './messages.ts'

export type Opened =
  | { readonly state: 'none' }
  | { readonly state: 'opening'; readonly id: StoryId }
  | { readonly state: 'open'; readonly id: StoryId; readonly session: StorySession }
  | { readonly state: 'failed'; readonly id: StoryId; readonly message: string }

export type OpenSession = (id: StoryId) => Promise<StorySession>

/**
 * The story that this window has open, and the way back to those before it.
 * Changing the story first sends everything that was typed in the one before.
 */
export class Sessions {
  readonly current = new State<Opened>({ state: 'none' })
  readonly trail = new State<{ readonly ids: readonly StoryId[]; readonly at: number }>({ ids: [], at: -1 })
  readonly #openSession: OpenSession
  #turn: Promise<void> = Promise.resolve()
  #wanted: StoryId | null = null

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
    if (before.state === 'open' && !(await leave(before.session))) return
    this.current.set({ state: 'opening', id })
    try {
      const session = await this.#openSession(id)
      this.current.set({ state: 'open', id, session })
    } catch (error) {
      this.current.set({ state: 'failed', id, message: messageOfError(error) })
    }
  }
}

/** Leaves a story. False when it could not be saved: it stays open, and the status line says why. */
async function leave(session: StorySession): Promise<boolean> {
  try {
    await session.flush()
  } catch {
    return false
  }
  // Everything is on disk now: a failure to say goodbye loses nothing.
  await session.close().catch(() => undefined)
  return true
}
