import { beginsWith, countStanding } from '../index/scan-list.ts'
import type { IdStretch, IndexAnswer, ListQuery, Place, PlaceWanted, Stretch } from '../index/list-query.ts'
import type { ArchiveIndex } from '../index/story-index.ts'
import type { IndexedStory } from '../index/indexed-story.ts'
import { GalleyError } from '../model/errors.ts'
import { noFilter } from '../model/listing.ts'
import type { StoryId } from '../model/ids.ts'
import type { Instant } from '../model/instant.ts'
import type { StoryCount } from '../model/listing.ts'
import type { Settings } from '../model/settings.ts'
import type { StorySummary } from '../model/summary.ts'
import { deadline } from './deadline.ts'
import type { StoryRows } from './story-rows.ts'
import type { ListedStories, ListOptions, StoryList } from './story-list.ts'

/** Of `total` stories so many were compared with the index; the last of a piece of work says that it is `finished`. */
export interface AsideProgress {
  readonly done: number
  readonly total: number
  readonly finished: boolean
}

/** How a workspace uses its index. */
export interface Indexing {
  /** Opens the index when it is first needed. When that fails, lists are made of the files. */
  readonly open: () => Promise<ArchiveIndex>
  /**
   * When the index is brought in step with the files: before every answer, which is then exact, or at once and aside, while
   * lists show what it holds so far.
   */
  readonly inStep: 'before_answers' | 'aside'
  readonly onProgress?: (done: number, total: number) => void
  /** Hears how far much work aside has come, now and then and at its end: then it is better to list again. */
  readonly onAside?: (progress: AsideProgress) => void
  /** Aborted when whoever waits for an answer gives up. */
  readonly signal?: AbortSignal
  /** Hears why the index could not be used. The files were used instead. */
  readonly onTrouble?: (error: unknown) => void
}

/** The workspace that an index is asked for. */
export interface IndexedFolder {
  readonly root: string
  readonly settings: () => Settings
}

/** A story that is open, as far as the index takes it in. */
export interface Standing {
  readonly id: StoryId
  readonly identity: string
}

interface ArchiveListParts {
  readonly indexing: Indexing | null
  readonly rows: StoryRows
  /** The stories that are open. */
  readonly standing: () => readonly Standing[]
  /** A story of which the index brought a new row aside; gone or changed. */
  readonly onChanged: (id: StoryId) => void
}

/** How long a piece of work on the index may take, in milliseconds: whoever asks meanwhile waits for so long. */
const piece = 40
/**
 * How long after opening the index is compared with the files, in milliseconds. To look at a hundred thousand files takes a processor
 * that the window needs while it opens; what an index says that was left in order is seldom wrong.
 */
const rest = 1500
/** How long a list waits for an index that holds nothing yet. */
const patience = 1000
/** Of how many changes found aside somebody is told one by one; with more it is better to list again. */
const toldOneByOne = 100
/** How long it takes at least from one telling of how far work aside has come to the next, in milliseconds. */
const pause = 250
/** How often in a row work aside is taken up again that failed. */
const attempts = 3

/** The list of a workspace: answered by its index, and by the files when the index fails. */
export class ArchiveList {
  readonly #parts: ArchiveListParts
  readonly #put = new Map<StoryId, string>()
  #index: Promise<ArchiveIndex | null> | null = null
  #aside: Promise<void> | null = null
  #beginning: NodeJS.Timeout | null = null
  #closed = false

  constructor(parts: ArchiveListParts) {
    this.#parts = parts
    if (parts.indexing?.inStep !== 'aside') return
    this.#beginning = setTimeout(() => this.bringInStep(), rest)
    this.#beginning.unref()
  }

  list(options: ListOptions): Promise<StoryList> {
    return this.#answered(
      (index) => this.#ask(index, options),
      () => this.#parts.rows.list(options),
    )
  }

  /** The ids of a stretch of a list. */
  ids(stretch: ListedStories & Stretch): Promise<IdStretch> {
    return this.#answered(
      (index) => index.ids({ ...queryOf(stretch), offset: stretch.offset, limit: stretch.limit }),
      async () => {
        const { stories, revision } = await this.#parts.rows.list(stretch)
        return { ids: stories.map(({ id }) => id), revision }
      },
    )
  }

  /** Where something stands in a list, or null when it does not. */
  place(list: ListedStories, wanted: PlaceWanted): Promise<Place> {
    return this.#answered(
      (index) => index.place(queryOf(list), wanted),
      async () => {
        const { stories, revision } = await this.#parts.rows.list({ ...list, limit: Infinity })
        return { place: placeIn(stories, wanted), revision }
      },
    )
  }

  /** How many stories that answer a query stand how. */
  counts(list: ListedStories, recent: Instant): Promise<readonly StoryCount[]> {
    return this.#answered(
      (index) => index.counts(queryOf(list), recent),
      async () => {
        const filter = list.filter === undefined ? undefined : { ...noFilter, byline: list.filter.byline }
        const { stories } = await this.#parts.rows.list({ ...list, ...(filter && { filter }), limit: Infinity })
        return countStanding(stories, list.now ?? new Date().toISOString(), recent)
      },
    )
  }

  /** A story's files have changed. Nobody waits for the index to hear of it. */
  touched(id: StoryId): void {
    this.#put.delete(id)
    // An index that was never asked for will find it out by itself.
    if (this.#index === null || this.#closed) return
    void this.#opened()
      .then((index) => index?.refresh([id]))
      .catch((error: unknown) => this.#trouble(error))
  }

  /** Compares the index with the files once more, aside. */
  bringInStep(): void {
    if (this.#parts.indexing?.inStep !== 'aside') return
    if (this.#beginning !== null) clearTimeout(this.#beginning)
    this.#beginning = null
    const before = this.#aside ?? Promise.resolve()
    this.#aside = before.then(() => this.#insistAside())
  }

  async close(): Promise<void> {
    this.#closed = true
    if (this.#beginning !== null) clearTimeout(this.#beginning)
    await this.#aside
    await (await this.#index)?.close()
  }

  /** An index that turns out to be damaged is made anew, and asked once more. When that fails too, the files answer. */
  async #answered<T>(ask: (index: ArchiveIndex) => Promise<T>, look: () => Promise<T>): Promise<T> {
    const index = await this.#opened()
    for (let attempt = 0; index !== null && attempt < 2; attempt += 1) {
      try {
        return await ask(index)
      } catch (error) {
        if (this.#parts.indexing?.signal?.aborted === true) throw error
        this.#trouble(error)
        this.bringInStep()
      }
    }
    return look()
  }

  #opened(): Promise<ArchiveIndex | null> {
    const { indexing } = this.#parts
    if (indexing === null) return Promise.resolve(null)
    this.#index ??= indexing.open().catch((error: unknown) => {
      this.#trouble(error)
      return null
    })
    return this.#index
  }

  async #ask(index: ArchiveIndex, options: ListOptions): Promise<StoryList> {
    const { indexing } = this.#parts
    if (indexing?.inStep === 'before_answers') await this.#reconcile(index)
    await this.#putStanding(index)
    const { limit, offset = 0, excerpts = false } = options
    const asked = { ...queryOf(options), limit, offset, excerpts }
    const answer = await index.list(asked)
    if (answer.isEmpty && this.#beginning !== null) this.bringInStep()
    if (!answer.isEmpty || this.#aside === null) return listOf(answer)
    await deadline(this.#aside, patience)
    return listOf(await index.list(asked))
  }

  async #reconcile(index: ArchiveIndex): Promise<void> {
    const { indexing } = this.#parts
    for (;;) {
      if (indexing?.signal?.aborted === true) throw new GalleyError('cancelled', 'Stopped. Nothing was changed.')
      const { done, total, finished } = await index.reconcile(piece)
      if (finished) return
      indexing?.onProgress?.(done, total)
    }
  }

  /** A helper that died, or an index that turned out to be damaged and was begun anew, leaves work to be taken up again. */
  async #insistAside(): Promise<void> {
    for (let left = attempts; left > 0 && !this.#closed; left -= 1) {
      try {
        await this.#reconcileAside()
        return
      } catch (error) {
        this.#trouble(error)
      }
    }
  }

  async #reconcileAside(): Promise<void> {
    const index = await this.#opened()
    const { indexing, onChanged } = this.#parts
    let changes = 0
    let told: AsideProgress | null = null
    let when = 0
    const tell = (progress: AsideProgress): void => {
      indexing?.onAside?.(progress)
      told = progress
      when = performance.now()
    }
    try {
      while (index !== null && !this.#closed) {
        const { done, total, finished, changed } = await index.reconcile(piece)
        for (const id of changed.slice(0, Math.max(0, toldOneByOne - changes))) onChanged(id)
        changes += changed.length
        indexing?.onProgress?.(done, total)
        if (changes > toldOneByOne && (finished || performance.now() - when >= pause)) tell({ done, total, finished })
        if (finished) return
      }
    } finally {
      const last = told as AsideProgress | null
      if (last !== null && !last.finished) tell({ ...last, finished: true })
    }
  }

  #trouble(error: unknown): void {
    this.#parts.indexing?.onTrouble?.(error)
  }

  /** Gives the index what is typed and not in a snapshot yet. */
  async #putStanding(index: ArchiveIndex): Promise<void> {
    const ahead = this.#parts.standing().filter(({ id, identity }) => this.#put.get(id) !== identity)
    const states: { id: StoryId; identity: string; story: IndexedStory }[] = []
    for (const { id, identity } of ahead) {
      // A story that was closed meanwhile is in its files.
      const story = await this.#parts.rows.row(id).catch(() => null)
      if (story !== null) states.push({ id, identity, story })
    }
    if (states.length > 0) await index.put(states.map(({ identity, story }) => ({ identity, story })))
    for (const { id, identity } of states) this.#put.set(id, identity)
  }
}

function queryOf({
  query,
  order = 'newest',
  typing = false,
  filter,
  grouping,
  now,
  revision,
}: ListedStories): ListQuery {
  return {
    query,
    order,
    typing,
    ...(filter && { filter }),
    ...(grouping && { grouping }),
    ...(now !== undefined && { now }),
    ...(revision !== undefined && { revision }),
  }
}

function placeIn(stories: readonly StorySummary[], wanted: PlaceWanted): number | null {
  if ('story' in wanted) {
    const place = stories.findIndex(({ id }) => id === wanted.story)
    return place < 0 ? null : place
  }
  const after = stories.findIndex((story, place) => place > wanted.after && beginsWith(story, wanted.beginning))
  const place = after >= 0 ? after : stories.findIndex((story) => beginsWith(story, wanted.beginning))
  return place < 0 ? null : place
}

function listOf({ total, revision, groups, stories, unreadable, problems }: IndexAnswer): StoryList {
  return {
    total,
    revision,
    groups,
    stories: stories.map(({ summary }) => summary),
    excerpts: new Map(stories.flatMap(({ summary, excerpt }) => (excerpt === null ? [] : [[summary.id, excerpt]]))),
    unreadable: unreadable.map(({ id, code, message }) => ({ id, error: new GalleyError(code, message) })),
    problems,
  }
}
