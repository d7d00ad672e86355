import type { StoryId } from '../../storage/model/ids.ts'
import { State } from '../ui/store.ts'
import type { ListState } from './list-state.ts'
import { nothingSelected, ranged, selectionOf, toggled, withoutStories } from './selection.ts'
import type { Selection } from './selection.ts'
import type { StoryList } from './story-list.ts'

/**
 * The stories that are chosen in the list. It stays as rows come and go and are sorted anew, and is given up when
 * something else is listed: nobody means to act on what they no longer look at.
 */
export class StorySelection {
  readonly state = new State<Selection>(nothingSelected)
  readonly #list: StoryList
  #asked = 0
  /** Stories that left since the newest question was asked. */
  readonly #left = new Set<StoryId>()
  /** The story that ranges go out from: the next range waits for it, whichever is answered first. */
  #anchor: Promise<StoryId | null> | null = null

  constructor(list: StoryList) {
    this.#list = list
    let listed = list.state.get()
    list.state.subscribe(() => {
      const now = list.state.get()
      if (!listsTheSame(listed, now)) this.clear()
      listed = now
    })
  }

  get size(): number {
    return this.state.get().ids.size
  }

  toggle(id: StoryId): void {
    this.#begin()
    this.state.update((selection) => toggled(selection, id))
  }

  /** Chooses every story from the one chosen last, or else from a place, to another place, also those that are not loaded. */
  async extend(from: number, to: number): Promise<void> {
    const asked = ++this.#asked
    this.#left.clear()
    this.#anchor ??= this.#storyAt(from)
    const anchor = await this.#anchor
    if (asked !== this.#asked) return
    if (anchor === null) {
      this.#anchor = null
      return
    }
    const range = await this.#list.reaching(anchor, to, from)
    if (asked !== this.#asked || range === null || this.#left.has(anchor)) return
    this.state.update((selection) => ranged(selection, anchor, this.#staying(range)))
  }

  /** Chooses the whole list as it is narrowed. */
  async all(): Promise<void> {
    const asked = this.#begin()
    const ids = await this.#list.whole()
    if (asked === this.#asked && ids !== null) this.state.set(selectionOf(this.#staying(ids)))
  }

  clear(): void {
    this.#begin()
    this.state.set(nothingSelected)
  }

  /** Stories that the list shows no more. An answer under way that names them was made before. */
  forget(ids: readonly StoryId[]): void {
    if (ids.length === 0) return
    this.#anchor = null
    for (const id of ids) this.#left.add(id)
    this.state.update((selection) => withoutStories(selection, new Set(ids)))
  }

  /** What is asked for and not answered yet does not count any more. */
  #begin(): number {
    this.#anchor = null
    this.#left.clear()
    this.#asked += 1
    return this.#asked
  }

  #staying(ids: readonly StoryId[]): readonly StoryId[] {
    return ids.filter((id) => !this.#left.has(id))
  }

  /** The story chosen last, or else the one at a place, whose row may not be loaded. */
  async #storyAt(place: number): Promise<StoryId | null> {
    const { anchor } = this.state.get()
    return anchor ?? (await this.#list.between(place, place))?.[0] ?? null
  }
}

function listsTheSame(one: ListState, other: ListState): boolean {
  return (
    one.query === other.query &&
    one.view === other.view &&
    one.statuses === other.statuses &&
    one.language === other.language &&
    one.findings === other.findings
  )
}
