import { Queue } from '../files/queue.ts'
import type { Journal } from './journal.ts'
import type { StoryState } from './story-state.ts'

/** Where snapshots go. The previous one must stay readable beside the new one. */
export interface SnapshotStore {
  /**
   * Resolves when the snapshot is durable. Throws `disk_full`, `disk_refused`, and `newer_format` for a place that a
   * later Galley has written to; then the previous one stands.
   */
  write(state: StoryState): Promise<void>
}

/** When snapshots are written, in milliseconds: after so much quiet, and after so much work at the latest. */
export interface SnapshotTimes {
  readonly quiet: number
  readonly longest: number
}

interface Parts {
  readonly store: SnapshotStore
  readonly journal: Journal
  readonly times: SnapshotTimes
  /** The story as it stands, all of it acknowledged. */
  readonly current: () => StoryState
  readonly onWritten: () => void
  readonly onFailed: (error: unknown) => void
}

/**
 * Lets `story.json` follow the journal. The journal is cut only when a newer snapshot is durable, and only up to the
 * snapshot before that one: should the newest file be damaged, the previous one and the journal still make the story.
 */
export class SnapshotKeeper {
  readonly #parts: Parts
  readonly #queue = new Queue()
  /** Sequence number of the newest durable snapshot. */
  #durable: number
  #closed = false
  /** The last flush is over. */
  #ended = false
  #quiet: NodeJS.Timeout | null = null
  #longest: NodeJS.Timeout | null = null

  constructor(parts: Parts, durable: number) {
    this.#parts = parts
    this.#durable = durable
  }

  /** True when the newest durable snapshot holds everything. */
  get isClean(): boolean {
    return this.#parts.current().sequence === this.#durable
  }

  /** The story has changed. */
  touch(): void {
    if (this.#closed) return
    const { quiet, longest } = this.#parts.times
    if (this.#quiet !== null) clearTimeout(this.#quiet)
    this.#quiet = this.#later(quiet)
    this.#longest ??= this.#later(longest)
  }

  /** Resolves when a snapshot holds everything. Throws as the store; the journal holds it all the same. */
  flush(): Promise<void> {
    this.#stop()
    return this.#queue.run(() => (this.isClean ? Promise.resolve() : this.#write()))
  }

  /** Writes a snapshot even when the newest one holds everything: it may be gone from its place. */
  rewrite(): Promise<void> {
    this.#stop()
    return this.#queue.run(() => this.#write())
  }

  /** The last flush: nothing is written after it. */
  close(): Promise<void> {
    this.#closed = true
    this.#stop()
    return this.#queue.run(async () => {
      try {
        if (!this.isClean) await this.#write()
      } finally {
        this.#ended = true
      }
    })
  }

  #stop(): void {
    if (this.#quiet !== null) clearTimeout(this.#quiet)
    if (this.#longest !== null) clearTimeout(this.#longest)
    this.#quiet = null
    this.#longest = null
  }

  #later(milliseconds: number): NodeJS.Timeout {
    // A snapshot that fails is tried again: the journal loses nothing meanwhile. Quitting need not wait for it.
    return setTimeout(() => void this.flush().catch(() => this.touch()), milliseconds).unref()
  }

  async #write(): Promise<void> {
    if (this.#ended) return
    const state = this.#parts.current()
    try {
      await this.#parts.store.write(state)
    } catch (error) {
      this.#parts.onFailed(error)
      throw error
    }
    const previous = this.#durable
    this.#durable = state.sequence
    // A journal that could not be cut is longer than it need be, and that is all.
    await this.#parts.journal.cut(previous).catch(() => undefined)
    this.#parts.onWritten()
  }
}
