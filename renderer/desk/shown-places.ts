import type { Bridge } from '../../electron/ipc/contract/index.ts'
import type { StorySearch } from '../../electron/ipc/contract/stories.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import { kept, placeOf } from './row-cache.ts'
import type { Rows } from './row-cache.ts'

/** The list that is shown, of which main is asked for what the window does not keep. */
interface ShownList {
  readonly bridge: Bridge
  readonly search: () => StorySearch
  readonly shown: () => { readonly revision: number | null; readonly rows: Rows; readonly total: number }
  /** Shows the list as it stands now. */
  readonly load: () => Promise<void>
}

/** What was answered is of another list than the one that is shown. */
const moved = Symbol('moved')
type Moved = typeof moved

/** A place that is looked up again whenever the list was shown anew. */
type Place = () => Promise<number | null | Moved>

/** How often in a row the list is shown anew when it moves on with every answer. */
const attempts = 3

/**
 * What stands where in the list that is shown. It is held still while the archive moves on: when main does not know it any
 * more, the list is shown as it stands now, and the places that were meant move with their stories.
 */
export class ShownPlaces {
  readonly #list: ShownList

  constructor(list: ShownList) {
    this.#list = list
  }

  /** Where a story stands, or null when it does not. */
  of(id: StoryId): Promise<number | null> {
    return this.#asShown(() => this.#standing(id))
  }

  /** Where the next story stands whose slug or headline begins with something; null when there is none. */
  ofBeginning(beginning: string, after: number): Promise<number | null> {
    const from = this.#held(after)
    return this.#asShown(async () => {
      const place = await from()
      return place === moved ? moved : this.#ask({ beginning, after: place ?? after })
    })
  }

  /** The stories from one place to another; null when they cannot be had. */
  between(one: number, other: number): Promise<readonly StoryId[] | null> {
    const [first, last] = [this.#held(one), this.#held(other)]
    return this.#asShown(() => this.#stretch(first, last))
  }

  /** The stories from one of them to a place, or from another place when that one is not listed; null as above. */
  reaching(anchor: StoryId, to: number, otherwise: number): Promise<readonly StoryId[] | null> {
    const [from, last] = [this.#held(otherwise), this.#held(to)]
    const first = async (): Promise<number | null | Moved> => (await this.#standing(anchor)) ?? from()
    return this.#asShown(() => this.#stretch(first, last))
  }

  whole(): Promise<readonly StoryId[] | null> {
    const first = (): Promise<number> => Promise.resolve(0)
    const last = (): Promise<number> => Promise.resolve(this.#list.shown().total - 1)
    return this.#asShown(() => this.#stretch(first, last))
  }

  async #asShown<T>(ask: () => Promise<T | Moved>): Promise<T | null> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const answer = await ask()
      if (answer !== moved) return answer
      await this.#list.load()
    }
    return null
  }

  /** A place in the list as it is shown now; in another one, that of the same story, if it is known which it was. */
  #held(place: number): Place {
    const { revision, rows } = this.#list.shown()
    const id = rows.get(place)?.id
    return async () => {
      if (revision === this.#list.shown().revision) return place
      return id === undefined ? null : this.#standing(id)
    }
  }

  #standing(id: StoryId): Promise<number | null | Moved> {
    const place = placeOf(this.#list.shown().rows, id)
    return place >= 0 ? Promise.resolve(place) : this.#ask({ story: id })
  }

  async #ask(wanted: { story: StoryId } | { beginning: string; after: number }): Promise<number | null | Moved> {
    const answer = await this.#list.bridge.stories.place({ ...this.#list.search(), ...this.#known(), wanted })
    if (!answer.ok) return null
    return this.#isShown(answer.value.revision) ? answer.value.place : moved
  }

  async #stretch(from: Place, to: Place): Promise<readonly StoryId[] | null | Moved> {
    const { revision, rows } = this.#list.shown()
    const [one, other] = await Promise.all([from(), to()])
    if (one === moved || other === moved || !this.#isShown(revision)) return moved
    if (one === null || other === null) return null
    const [first, last] = [Math.min(one, other), Math.max(one, other)]
    if (last < 0) return []
    const near = kept(rows, first, last)
    if (near !== null) return near.map(({ id }) => id)
    const stretch = { offset: first, limit: last - first + 1 }
    const answer = await this.#list.bridge.stories.ids({ ...this.#list.search(), ...this.#known(), ...stretch })
    if (!answer.ok) return null
    return this.#isShown(answer.value.revision) ? answer.value.ids : moved
  }

  #isShown(revision: number | null): boolean {
    return revision === this.#list.shown().revision
  }

  #known(): { revision?: number } {
    const { revision } = this.#list.shown()
    return revision === null ? {} : { revision }
  }
}
