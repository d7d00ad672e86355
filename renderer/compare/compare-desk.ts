import { compareStories } from '../../storage/language/compare-stories.ts'
import type { StoryComparison } from '../../storage/language/compare-stories.ts'
import type { Story } from '../../storage/model/story.ts'
import { messageOfError } from '../app/messages.ts'
import type { Sessions } from '../app/sessions.ts'
import { whenIdle } from '../editor/plugins/idle.ts'
import type { StorySession } from '../editor/session.ts'
import type { VersionShelf } from '../inspector/history/version-shelf.ts'
import { State } from '../ui/store.ts'
import { changesOf } from './changes.ts'
import { describeChanges } from './describe-changes.ts'
import type { DescribedChange } from './describe-changes.ts'
import { takeBack } from './take-back.ts'

/** A version by its number, or the story as it stands. */
export type Side = number | 'now'

export type ChangeFilter = 'all' | 'facts' | 'quotes'

/** Two versions side by side, as far as they are read. */
export interface Comparing {
  readonly session: StorySession
  /** Null while the story has no version that could be compared. */
  readonly sides: { readonly from: Side; readonly to: Side } | null
  readonly result: Compared | { readonly state: 'reading' } | { readonly state: 'failed'; readonly message: string }
}

export interface Compared {
  readonly state: 'compared'
  readonly from: Story
  readonly to: Story
  readonly comparison: StoryComparison
  readonly changes: readonly DescribedChange[]
}

/** The comparison that lies over the panes of this window, or none. */
export class CompareDesk {
  readonly state = new State<Comparing | null>(null)
  /** The number of the change that is chosen. */
  readonly current = new State<number | null>(null)
  readonly filter = new State<ChangeFilter>('all')
  readonly layout = new State<'inline' | 'side_by_side'>('inline')
  readonly #sessions: Sessions
  readonly #versions: VersionShelf
  readonly #idle = whenIdle(() => void this.#read(), 150)
  #leave: () => void = () => undefined
  #cameFrom: Element | null = null
  #asked = 0

  constructor(sessions: Sessions, versions: VersionShelf) {
    this.#sessions = sessions
    this.#versions = versions
    sessions.current.subscribe(() => {
      const current = sessions.current.get()
      const comparing = this.state.get()
      if (comparing !== null && (current.state !== 'open' || current.session !== comparing.session)) this.close()
    })
  }

  get isOpen(): boolean {
    return this.state.get() !== null
  }

  /** Compares the open story: by default the newest version that differs from it with what stands now. */
  open(from?: Side, to: Side = 'now'): void {
    const current = this.#sessions.current.get()
    if (current.state !== 'open') return
    const { session } = current
    const isFresh = !this.isOpen
    const sides = from === undefined ? null : { from, to }
    this.state.set({ session, sides, result: { state: 'reading' } })
    this.current.set(null)
    this.filter.set('all')
    if (isFresh) {
      this.#cameFrom = document.activeElement
      this.#leave = session.subscribe(() => {
        const { sides, result } = this.state.get() ?? {}
        if (sides?.to !== 'now' || result?.state !== 'compared') return
        if (session.snapshot().document !== result.to.document) this.#idle.ask()
      })
    }
    if (sides === null) void this.#openNewest(session)
    else {
      if (this.#versions.state.get().phase !== 'ready') void this.#versions.load()
      void this.#read()
    }
  }

  /** Closes the comparison. Answers whether one was open. */
  close(): boolean {
    if (!this.isOpen) return false
    this.#leave()
    this.#idle.stop()
    this.#asked += 1
    this.state.set(null)
    return true
  }

  /** Puts the focus back where it was before the comparison, the caret with it. For when the panes can take it again. */
  returnFocus(): void {
    const place = this.#cameFrom
    const current = this.#sessions.current.get()
    if (this.isOpen || current.state !== 'open') return
    const { view } = current.session
    const isBack = place instanceof HTMLElement && place.isConnected && place !== document.body
    if (isBack && !view.dom.contains(place)) place.focus({ preventScroll: true })
    else view.focus()
  }

  /** Changes one side; the other gives way where it would not be on its own side of it any more. */
  choose(side: 'from' | 'to', version: Side): void {
    const sides = this.state.get()?.sides
    if (sides === undefined || sides === null) return
    const other = side === 'from' ? sides.to : sides.from
    if (version === other || version === sides[side]) return
    const [from, to] = inOrder(version, other)
    this.open(from, to)
  }

  /** The changes that the filter lets through. */
  shown(): readonly DescribedChange[] {
    const result = this.state.get()?.result
    return result?.state === 'compared' ? filtered(result.changes, this.filter.get()) : []
  }

  /** Goes to the next (1) or previous (-1) change that is shown, around the end. */
  go(by: 1 | -1): void {
    const shown = this.shown()
    const current = this.current.get()
    const at = shown.findIndex(({ change }) => change.number === current)
    const next = shown[at === -1 ? (by === 1 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length]
    if (next !== undefined) this.current.set(next.change.number)
  }

  /** Whether the older words of a change can be put back: only in what stands now. */
  canTakeBack(number: number | null = this.current.get()): boolean {
    return this.#takingBack(number) !== null
  }

  /** Puts the older words of one change back, as an edit of the story. Answers whether it did. */
  takeBack(number: number | null = this.current.get()): boolean {
    const transaction = this.#takingBack(number)
    const session = this.state.get()?.session
    if (transaction === null || session === undefined) return false
    session.view.dispatch(transaction)
    void this.#read()
    return true
  }

  #takingBack(number: number | null) {
    const { session, sides, result } = this.state.get() ?? {}
    if (session === undefined || sides?.to !== 'now' || result?.state !== 'compared' || number === null) return null
    const { state } = session.view
    if (!state.doc.eq(result.to.document)) return null
    return takeBack(state, changesOf(result.comparison), number, result.from.document)
  }

  async #openNewest(session: StorySession): Promise<void> {
    await this.#versions.load()
    const { versions, phase } = this.#versions.state.get()
    const comparing = this.state.get()
    if (comparing === null || comparing.sides !== null || comparing.session !== session) return
    if (phase === 'failed' || versions.length === 0) return
    try {
      const [newest, before] = versions
      const { document } = session.snapshot()
      const isSame = newest !== undefined && (await this.#versions.read(newest.number)).document.eq(document)
      const from = isSame ? (before ?? newest) : newest
      if (from !== undefined && this.state.get() === comparing) this.open(from.number)
    } catch (error) {
      this.#failed(error)
    }
  }

  async #read(): Promise<void> {
    const { session, sides } = this.state.get() ?? {}
    if (session === undefined || sides === undefined || sides === null) return
    this.#asked += 1
    const asked = this.#asked
    try {
      const [from, to] = await Promise.all([this.#story(session, sides.from), this.#story(session, sides.to)])
      if (asked !== this.#asked) return
      const comparison = compareStories(from, to)
      const changes = describeChanges(changesOf(comparison), from.document, to.document)
      this.state.update((state) =>
        state === null ? null : { ...state, result: { state: 'compared', from, to, comparison, changes } },
      )
      this.current.update((number) =>
        number !== null && number <= changes.length
          ? number
          : (changes.at(number === null ? 0 : -1)?.change.number ?? null),
      )
    } catch (error) {
      if (asked === this.#asked) this.#failed(error)
    }
  }

  async #story(session: StorySession, side: Side): Promise<Story> {
    return side === 'now' ? session.snapshot() : this.#versions.read(side)
  }

  #failed(error: unknown): void {
    const message = messageOfError(error)
    this.state.update((state) => (state === null ? null : { ...state, result: { state: 'failed', message } }))
  }
}

/** The changes that a filter lets through. */
export function filtered(changes: readonly DescribedChange[], filter: ChangeFilter): readonly DescribedChange[] {
  if (filter === 'all') return changes
  return changes.filter(({ fact, quote }) => (filter === 'facts' ? fact !== null : quote !== null))
}

/** The older one first; what stands now is the newest. */
export function inOrder(a: Side, b: Side): [Side, Side] {
  if (a === 'now') return [b, a]
  return b === 'now' || a < b ? [a, b] : [b, a]
}
