import type { StoryId } from '../model/ids.ts'
import type { StorySources } from './story-sources.ts'

/** How far the index has come. */
export interface Progress {
  /** Of `total` stories that there are, so many have been looked at. */
  readonly done: number
  readonly total: number
  readonly finished: boolean
  /** The stories whose rows were made anew or taken away since the last time. */
  readonly changed: readonly StoryId[]
}

/** How many stories are read at once and written in one transaction. */
const batch = 64

/** One comparison of the index with the files, which can be led on piece by piece and dropped at any time. */
export class Reconciliation {
  readonly #sources: StorySources
  readonly #ids: readonly StoryId[]
  readonly #known: ReadonlyMap<string, string>
  readonly #gone: StoryId[]
  #at = 0

  private constructor(
    sources: StorySources,
    ids: readonly StoryId[],
    known: ReadonlyMap<string, string>,
    gone: StoryId[],
  ) {
    this.#sources = sources
    this.#ids = ids
    this.#known = known
    this.#gone = gone
  }

  /** Compares what is there with what is known of which state. */
  static begin(sources: StorySources, ids: readonly StoryId[], known: ReadonlyMap<string, string>): Reconciliation {
    const there = new Set<string>(ids)
    // Looked up one by one when their turn comes: a story that was made meanwhile is not gone.
    const gone = [...known.keys()].filter((id) => !there.has(id)) as StoryId[]
    // Ids sort by creation: today's work comes first.
    return new Reconciliation(sources, ids.toReversed(), known, gone)
  }

  get isFinished(): boolean {
    return this.#at >= this.#ids.length && this.#gone.length === 0
  }

  get progress(): { readonly done: number; readonly total: number } {
    return { done: this.#at, total: this.#ids.length }
  }

  /** The next stories whose rows are not of their files, until there are enough of them or the time is up. */
  nextStale(until: number): StoryId[] {
    if (this.#gone.length > 0) return this.#gone.splice(0, batch)
    const stale: StoryId[] = []
    while (this.#at < this.#ids.length && stale.length < batch) {
      const id = this.#ids[this.#at]
      this.#at += 1
      if (id !== undefined && this.#sources.identityOf(id) !== this.#known.get(id)) stale.push(id)
      if (this.#at % batch === 0 && performance.now() >= until) break
    }
    return stale
  }
}
