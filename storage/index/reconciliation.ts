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

/** A story of which the index knows nothing or something else. The identity is null when the story is gone. */
export interface Stale {
  readonly id: StoryId
  readonly identity: string | null
}

/** What is known of stories from one id up to another, null for no bound: which state of its files each row was made of. */
export type Known = (from: string | null, before: string | null) => Map<string, string>

/** How many stories are read at once. */
const batch = 64
/** How many stories the index is asked about at once: it must hold what it knows of a few, not of a hundred thousand. */
const stretch = 512

/** One comparison of the index with the files, which can be led on piece by piece and dropped at any time. */
export class Reconciliation {
  readonly #sources: StorySources
  readonly #ids: readonly StoryId[]
  readonly #known: Known
  readonly #gone: StoryId[] = []
  #stretch = new Map<string, string>()
  /** The stories before this one are still to be compared. */
  #left: number
  /** Where the stretch begins that is being compared; above it the index has been asked about every id. */
  #from: number
  #asked = false

  /** @param ids of all stories, in order */
  constructor(sources: StorySources, ids: readonly StoryId[], known: Known) {
    this.#sources = sources
    this.#ids = ids
    this.#known = known
    this.#left = ids.length
    this.#from = ids.length
  }

  get isFinished(): boolean {
    return this.#asked && this.#left === 0 && this.#stretch.size === 0 && this.#gone.length === 0
  }

  get progress(): { readonly done: number; readonly total: number } {
    return { done: this.#ids.length - this.#left, total: this.#ids.length }
  }

  /** The next stories whose rows are not of their files, until there are enough of them or the time is up. */
  nextStale(until: number): Stale[] {
    const stale: Stale[] = []
    while (stale.length < batch && !this.isFinished) {
      if (this.#gone.length > 0) {
        // Looked up now that their turn has come: a story that was made meanwhile is not gone.
        const gone = this.#gone.splice(0, batch - stale.length)
        stale.push(...gone.map((id) => ({ id, identity: this.#sources.identityOf(id) })))
      } else if (this.#left > this.#from) this.#compareNext(stale)
      else this.#nextStretch()
      if (this.#left % batch === 0 && performance.now() >= until) break
    }
    return stale
  }

  /** Ids sort by creation: today's work comes first. */
  #compareNext(stale: Stale[]): void {
    this.#left -= 1
    const id = this.#ids[this.#left]
    if (id !== undefined) {
      const identity = this.#sources.identityOf(id)
      if (identity !== this.#stretch.get(id)) stale.push({ id, identity })
      this.#stretch.delete(id)
    }
    this.#endStretch()
  }

  #nextStretch(): void {
    const before = this.#ids[this.#from] ?? null
    this.#from = Math.max(0, this.#from - stretch)
    this.#asked = this.#from === 0
    this.#stretch = this.#known(this.#asked ? null : (this.#ids[this.#from] ?? null), before)
    this.#endStretch()
  }

  /** What the index still knows of in a stretch whose every story was compared has no folder. */
  #endStretch(): void {
    if (this.#left > this.#from) return
    this.#gone.push(...([...this.#stretch.keys()] as StoryId[]))
    this.#stretch = new Map()
  }
}
