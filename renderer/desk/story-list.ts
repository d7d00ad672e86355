import type { Bridge } from '../../electron/ipc/contract/index.ts'
import type { StorySearch } from '../../electron/ipc/contract/stories.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import type { Grouping, ListOrder, StoryGroup } from '../../storage/model/listing.ts'
import type { StorySummary } from '../../storage/model/summary.ts'
import { State } from '../ui/store.ts'
import { filterOf, nothingWanted, orderOf, startOfDay } from './list-state.ts'
import type { ListState, Wanted } from './list-state.ts'
import { groupsWithout } from './list-groups.ts'
import { missing, pagesOf, placeOf, withRows, withoutRow } from './row-cache.ts'
import { ShownPlaces } from './shown-places.ts'

const typingPause = 120
/** How long news is gathered before the list is asked for again, in milliseconds. */
const gathering = 250

interface ListOptions {
  readonly order?: ListOrder
  readonly grouping?: Grouping
  /** Whether the story is the one that is open: its editor expects to see it in the list. */
  readonly isOpen?: (id: StoryId) => boolean
}

type Answer = Awaited<ReturnType<Bridge['stories']['list']>>
type Found = Extract<Answer, { ok: true }>['value']

/** The stories of the library as the list shows them: the rows that are looked at, kept up to date by what main tells. */
export class StoryList {
  readonly state: State<ListState>
  readonly #bridge: Bridge
  readonly #isOpen: (id: StoryId) => boolean
  #asked = 0
  #revision: number | null = null
  #sight = { first: 0, last: 0 }
  #isFetching = false
  #isBusy = false
  #isStale = false
  #typing: ReturnType<typeof setTimeout> | undefined
  #pending: ReturnType<typeof setTimeout> | undefined
  /** Stories heard of that stand in no row that is kept: new ones, and others that only changed. */
  readonly #heard = new Set<StoryId>()
  #weighing: ReturnType<typeof setTimeout> | undefined
  readonly #gone = new Set<StoryId>()
  readonly #expected = new Set<StoryId>()
  readonly #places: ShownPlaces

  constructor(bridge: Bridge, { order = 'newest', grouping = 'none', isOpen = () => false }: ListOptions = {}) {
    this.#bridge = bridge
    this.#isOpen = isOpen
    this.state = new State<ListState>({
      ...nothingWanted,
      order,
      grouping,
      phase: 'loading',
      total: 0,
      groups: [],
      rows: new Map(),
      excerpts: new Map(),
      problems: [],
      counts: [],
      unreadable: [],
      news: 0,
      turn: 0,
    })
    this.#places = new ShownPlaces({
      bridge,
      search: () => this.#search(),
      shown: () => ({ revision: this.#revision, rows: this.state.get().rows, total: this.state.get().total }),
      load: () => this.load(),
    })
    bridge.on('summary', (summary) => {
      this.#hear(summary)
    })
  }

  /** Asks the library again for what is in sight. The answer to the newest question counts. */
  async load(): Promise<void> {
    this.#asked += 1
    const asked = this.#asked
    clearTimeout(this.#pending)
    this.#pending = undefined
    clearTimeout(this.#weighing)
    this.#weighing = undefined
    this.#isStale = false
    this.#heard.clear()
    const { offset, limit } = pagesOf(this.#sight.first, this.#sight.last)
    const answer = await this.#ask(offset, limit)
    if (asked !== this.#asked) return
    if (!answer.ok) {
      this.state.update((state) => ({ ...state, phase: 'failed' }))
      return
    }
    const groups = offset === 0 ? answer.value.groups : await this.#groups(answer.value.revision)
    if (asked !== this.#asked) return
    this.#take({ ...answer.value, groups }, offset)
    this.#fetch()
    void this.#count()
  }

  /** Hears which rows are in sight, and gets those that are not known yet. */
  look(first: number, last: number): void {
    this.#sight = { first: Math.max(0, first), last: Math.max(first, last, 0) }
    this.#fetch()
  }

  /** Hears whether somebody points at the list or has scrolled it away: then no row moves until they leave it. */
  setBusy(isBusy: boolean): void {
    this.#isBusy = isBusy
    if (!isBusy && (this.#isStale || this.#heard.size > 0)) this.#soon()
  }

  /** A story that this window brings in is listed whatever the pointer does. */
  expect(id: StoryId): void {
    this.#expected.add(id)
  }

  search(query: string): void {
    this.state.update((state) => ({ ...state, query }))
    clearTimeout(this.#typing)
    this.#typing = setTimeout(() => this.#begin(), typingPause)
  }

  change(change: Partial<Omit<Wanted, 'query'>>): void {
    this.state.update((state) => ({ ...state, ...change }))
    this.#begin()
  }

  /** Lists what a kept search looks for. */
  show(wanted: Wanted): void {
    clearTimeout(this.#typing)
    this.state.update((state) => ({ ...state, ...wanted }))
    this.#begin()
  }

  /** The story of a row that is kept. */
  find(id: StoryId): StorySummary | null {
    const { rows } = this.state.get()
    return rows.get(placeOf(rows, id)) ?? null
  }

  /** Where the next story stands whose slug or headline begins with something; null when there is none. */
  placeOfBeginning(beginning: string, after: number): Promise<number | null> {
    return this.#places.ofBeginning(beginning, after)
  }

  /** Where a story stands in the list, or null when it does not. */
  placeOf(id: StoryId): Promise<number | null> {
    return this.#places.of(id)
  }

  /** The stories from one place to another, also those whose rows are not kept; null when they cannot be had. */
  between(first: number, last: number): Promise<readonly StoryId[] | null> {
    return this.#places.between(first, last)
  }

  /** The same from a story to a place, or from another place when that story is not listed. */
  reaching(anchor: StoryId, to: number, otherwise: number): Promise<readonly StoryId[] | null> {
    return this.#places.reaching(anchor, to, otherwise)
  }

  /** Every story that is listed; null when they cannot be had. */
  whole(): Promise<readonly StoryId[] | null> {
    return this.#places.whole()
  }

  /** Takes a story out of the list: it is not there any more. */
  forget(id: StoryId): void {
    this.#gone.add(id)
    this.#drop(id)
    this.#soon()
  }

  #drop(id: StoryId): void {
    this.state.update((state) => {
      const place = placeOf(state.rows, id)
      return {
        ...state,
        total: place >= 0 ? state.total - 1 : state.total,
        groups: place >= 0 ? groupsWithout(state.groups, place) : state.groups,
        rows: withoutRow(state.rows, id),
        unreadable: state.unreadable.filter((story) => story.id !== id),
      }
    })
  }

  #begin(): void {
    this.#sight = { first: 0, last: 0 }
    this.state.update((state) => ({ ...state, turn: state.turn + 1 }))
    void this.load()
  }

  #search(): StorySearch {
    const state = this.state.get()
    return {
      query: state.query.trim(),
      filter: filterOf(state, new Date()),
      order: orderOf(state),
      grouping: state.grouping,
    }
  }

  /** The groups are told with the first stories alone. */
  async #groups(revision: number): Promise<StoryGroup[]> {
    if (this.state.get().grouping === 'none') return []
    const answer = await this.#ask(0, 1, revision)
    return answer.ok ? answer.value.groups : []
  }

  async #ask(offset: number, limit: number, revision?: number): Promise<Answer> {
    const search = this.#search()
    const excerpts = search.query !== ''
    return this.#bridge.stories.list({
      ...search,
      offset,
      limit,
      excerpts,
      ...(revision !== undefined && { revision }),
    })
  }

  #take(answer: Found, offset: number): void {
    this.#revision = answer.revision
    this.state.update((state) => ({
      ...state,
      phase: 'ready',
      total: answer.total,
      groups: answer.groups,
      rows: withRows(new Map(), offset, answer.stories),
      excerpts: new Map(answer.excerpts.map((excerpt) => [excerpt.id, excerpt])),
      problems: answer.problems,
      unreadable: answer.unreadable.filter(({ id }) => !this.#gone.has(id)),
      news: 0,
    }))
    for (const { id } of answer.stories) {
      if (this.#gone.has(id)) this.#drop(id)
      this.#expected.delete(id)
    }
  }

  /** Gets the rows in sight that are missing, one stretch at a time: where a quick scroll passes by is never asked for. */
  #fetch(): void {
    const { phase, total, rows } = this.state.get()
    const stretch = missing(rows, this.#sight.first, Math.min(this.#sight.last, total - 1))
    if (stretch === null || this.#isFetching || phase !== 'ready') return
    void this.#get(stretch)
  }

  async #get({ offset, limit }: { offset: number; limit: number }): Promise<void> {
    const asked = this.#asked
    this.#isFetching = true
    const answer = await this.#ask(offset, limit, this.#revision ?? undefined)
    this.#isFetching = false
    if (asked !== this.#asked) this.#fetch()
    else if (answer.ok && answer.value.revision !== this.#revision) void this.load()
    else if (answer.ok && answer.value.stories.length > 0) {
      this.#add(offset, answer.value)
      this.#fetch()
    }
  }

  #add(offset: number, { stories, excerpts }: Found): void {
    this.state.update((state) => ({
      ...state,
      rows: withRows(state.rows, offset, stories),
      excerpts: new Map([...state.excerpts, ...excerpts.map((excerpt) => [excerpt.id, excerpt] as const)]),
    }))
  }

  async #count(): Promise<void> {
    const query = this.state.get().query.trim()
    const answer = await this.#bridge.stories.counts({ query, recent: startOfDay(new Date()) })
    if (answer.ok && query === this.state.get().query.trim())
      this.state.update((state) => ({ ...state, counts: answer.value }))
  }

  /** Asks again before long; what comes meanwhile is in the same answer. */
  #soon(): void {
    this.#pending ??= setTimeout(() => void this.load(), gathering)
  }

  #hear(summary: StorySummary): void {
    this.#gone.delete(summary.id)
    const { rows } = this.state.get()
    const place = placeOf(rows, summary.id)
    if (place >= 0) {
      this.state.update((state) => ({ ...state, rows: new Map(state.rows).set(place, summary) }))
      this.#isStale = true
      if (!this.#isBusy) this.#soon()
    } else if (!this.#isBusy || this.#expected.has(summary.id) || this.#isOpen(summary.id)) this.#soon()
    else {
      this.#heard.add(summary.id)
      this.#weighing ??= setTimeout(() => void this.#weigh(), gathering)
    }
  }

  /**
   * Tells how many stories came that the list does not show. One that is heard of may stand in it where nobody looks, or
   * answer something else: only by how many the list has grown are they new.
   */
  async #weigh(): Promise<void> {
    const asked = this.#asked
    const answer = await this.#ask(0, 1)
    this.#weighing = undefined
    if (asked !== this.#asked || !answer.ok) return
    this.state.update((state) => ({ ...state, news: Math.max(0, answer.value.total - state.total) }))
  }
}
