import type { Bridge } from '../../electron/ipc/contract/index.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import type { StorySummary } from '../../storage/model/summary.ts'
import { State } from '../ui/store.ts'
import type { RowState } from './row-state.ts'
import type { Order } from './select-stories.ts'

/** More stories than a desk keeps in sight; the list says when there are others. */
const most = 10_000
const typingPause = 120

export interface ListState {
  readonly phase: 'loading' | 'ready' | 'failed'
  /** What the library found for `query`. */
  readonly stories: readonly StorySummary[]
  /** Stories whose files cannot be read, and why: they stand in no row. */
  readonly unreadable: readonly { readonly id: StoryId; readonly message: string }[]
  readonly query: string
  /** `all`, `today`, or `desk:` and the name of a desk. */
  readonly view: string
  /** Empty for every status. */
  readonly statuses: ReadonlySet<RowState>
  readonly order: Order
}

/** The stories of the library as the list shows them, kept up to date by what main tells. */
export class StoryList {
  readonly state = new State<ListState>({
    phase: 'loading',
    stories: [],
    unreadable: [],
    query: '',
    view: 'all',
    statuses: new Set(),
    order: 'newest',
  })
  readonly #bridge: Bridge
  #asked = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(bridge: Bridge) {
    this.#bridge = bridge
    bridge.on('summary', (summary) => {
      this.#hear(summary)
    })
  }

  /** Asks the library again. The answer to the newest question counts. */
  async load(): Promise<void> {
    this.#asked += 1
    const asked = this.#asked
    const answer = await this.#bridge.stories.list({ query: this.state.get().query.trim(), limit: most })
    if (asked !== this.#asked) return
    this.state.update((state) =>
      answer.ok
        ? { ...state, phase: 'ready', stories: answer.value.stories, unreadable: answer.value.unreadable }
        : { ...state, phase: 'failed' },
    )
  }

  search(query: string): void {
    this.state.update((state) => ({ ...state, query }))
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.load(), typingPause)
  }

  change(change: Partial<Pick<ListState, 'view' | 'statuses' | 'order'>>): void {
    this.state.update((state) => ({ ...state, ...change }))
  }

  /** Takes a story out of the list: it is not there any more. */
  forget(id: StoryId): void {
    this.state.update((state) => ({
      ...state,
      stories: state.stories.filter((story) => story.id !== id),
      unreadable: state.unreadable.filter((story) => story.id !== id),
    }))
  }

  #hear(summary: StorySummary): void {
    const { stories, query } = this.state.get()
    const isListed = stories.some((story) => story.id === summary.id)
    if (isListed) {
      const changed = stories.map((story) => (story.id === summary.id ? summary : story))
      this.state.update((state) => ({ ...state, stories: changed }))
    } else if (query.trim() === '') {
      this.state.update((state) => ({ ...state, stories: [summary, ...stories] }))
    } else void this.load()
  }
}
