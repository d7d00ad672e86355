import { z } from 'zod'
import { Queue } from '../files/queue.ts'
import { GalleyError, isGalleyError } from '../model/errors.ts'
import type { StoryId } from '../model/ids.ts'
import type { Instant } from '../model/instant.ts'
import type { StoryCount } from '../model/listing.ts'
import { closeDatabase, openDatabase, removeIndex } from './database.ts'
import type { Database } from './database.ts'
import type { IndexedStory } from './indexed-story.ts'
import type { IdStretch, IndexAnswer, IndexQuery, ListQuery, Place, PlaceWanted, Stretch } from './list-query.ts'
import { identities } from './read-rows.ts'
import { Reconciliation } from './reconciliation.ts'
import type { Progress, Stale } from './reconciliation.ts'
import type { StorySources } from './story-sources.ts'
import { DamagedRow } from './summary-row.ts'
import { RowReader } from './row-reader.ts'
import { RowWriter } from './write-rows.ts'
import type { Reading } from './write-rows.ts'

/** A story as somebody has it open, which may be ahead of its files. */
export interface OpenState {
  readonly identity: string
  readonly story: IndexedStory
}

/**
 * The index as the workspace asks it: in this process, or in a worker. Whatever it rejects with, the files still hold
 * everything, and the list can be made of them.
 */
export interface ArchiveIndex {
  list(query: IndexQuery): Promise<IndexAnswer>
  /** The ids of a stretch of an answer. */
  ids(stretch: ListQuery & Stretch): Promise<IdStretch>
  /** Where something stands in an answer, or null when it does not. */
  place(query: ListQuery, wanted: PlaceWanted): Promise<Place>
  /** How many stories that answer a query stand how; `recent` are those that changed since. */
  counts(query: ListQuery, recent: Instant): Promise<readonly StoryCount[]>
  /** Takes in stories that are open, as they stand. */
  put(states: readonly OpenState[]): Promise<void>
  /** Reads these stories again, or forgets them when they are gone. */
  refresh(ids: readonly StoryId[]): Promise<void>
  /** Brings the index in step with the files for about `budget` milliseconds, beginning anew when it was finished. */
  reconcile(budget: number): Promise<Progress>
  close(): Promise<void>
}

/** The index of a workspace in this process. */
export class StoryIndex implements ArchiveIndex {
  readonly #path: string
  readonly #sources: StorySources
  readonly #queue = new Queue()
  #database: Database
  #writer: RowWriter
  #reader: RowReader
  #reconciliation: Reconciliation | null = null

  private constructor(path: string, sources: StorySources, database: Database) {
    this.#path = path
    this.#sources = sources
    this.#database = database
    this.#writer = new RowWriter(database)
    this.#reader = new RowReader(database)
  }

  /** Opens the index at `path`; one that is missing, damaged or of another version is begun anew. */
  static async open(path: string, sources: StorySources): Promise<StoryIndex> {
    return new StoryIndex(path, sources, await openDatabase(path))
  }

  list(query: IndexQuery): Promise<IndexAnswer> {
    return this.#whole(() => this.#reader.list(query))
  }

  ids(stretch: ListQuery & Stretch): Promise<IdStretch> {
    return this.#whole(() => this.#reader.ids(stretch))
  }

  place(query: ListQuery, wanted: PlaceWanted): Promise<Place> {
    return this.#whole(() => this.#reader.place(query, wanted))
  }

  counts(query: ListQuery, recent: Instant): Promise<readonly StoryCount[]> {
    return this.#whole(() => this.#reader.counts(query, recent))
  }

  put(states: readonly OpenState[]): Promise<void> {
    const readings = states.map(({ identity, story }) => ({ id: story.summary.id, identity, story }))
    return this.#queue.run(() =>
      this.#whole(() => {
        this.#writer.write(readings)
        this.#writer.keep()
        this.#reader.written()
      }),
    )
  }

  refresh(ids: readonly StoryId[]): Promise<void> {
    return this.#queue.run(async () => {
      await this.#take(ids.map((id) => ({ id, identity: this.#sources.identityOf(id) })))
      await this.#whole(() => this.#writer.keep())
    })
  }

  reconcile(budget: number): Promise<Progress> {
    return this.#queue.run(async () => {
      const until = performance.now() + budget
      this.#reconciliation ??= await this.#whole(
        async () =>
          new Reconciliation(this.#sources, await this.#sources.ids(), (from, before) =>
            identities(this.#database, from, before),
          ),
      )
      const reconciliation = this.#reconciliation
      const changed: StoryId[] = []
      for (;;) {
        const stale = await this.#whole(() => reconciliation.nextStale(until))
        if (stale.length > 0) {
          await this.#take(stale)
          for (const { id } of stale) changed.push(id)
        }
        const finished = reconciliation.isFinished
        if (finished) await this.#finish()
        if (finished || performance.now() >= until) return { ...reconciliation.progress, finished, changed }
      }
    })
  }

  async close(): Promise<void> {
    await this.#queue.idle()
    await this.#whole(() => this.#writer.keep()).catch(() => undefined)
    closeDatabase(this.#database, this.#path)
  }

  async #finish(): Promise<void> {
    this.#reconciliation = null
    await this.#whole(() => this.#writer.keep())
  }

  async #take(stale: readonly Stale[]): Promise<void> {
    const read = await Promise.all(stale.map((one) => this.#read(one)))
    const readings = read.filter((reading) => reading !== null)
    const there = new Set(readings.map(({ id }) => id))
    const gone = stale.filter(({ id }) => !there.has(id)).map(({ id }) => id)
    await this.#whole(() => {
      this.#writer.write(readings, gone)
      this.#reader.written()
    })
  }

  /** Taken before reading, the identity can only be too old: then the story is read once more the next time. */
  async #read({ id, identity }: Stale): Promise<Reading | null> {
    if (identity === null) return null
    try {
      return { id, identity, story: await this.#sources.read(id) }
    } catch (error) {
      // It went meanwhile, or its folder is what is left of a story that was never stored.
      if (isGalleyError(error, 'not_found')) return null
      if (!isGalleyError(error)) throw error
      return { id, identity, error: { code: error.code, message: error.message } }
    }
  }

  /** Does something with the database; when that shows damage, the index is begun anew, and the next reconciliation fills it. */
  async #whole<T>(task: () => T | Promise<T>): Promise<T> {
    try {
      return await task()
    } catch (error) {
      // What was written and not kept is lost: it is found again by comparing from the start.
      this.#reconciliation = null
      this.#reader.written()
      if (!isDamage(error)) throw error
      await this.#beginAnew()
      throw new GalleyError(
        'internal',
        'The index of the workspace was damaged and is made anew. No story is affected.',
        {
          cause: error,
        },
      )
    }
  }

  async #beginAnew(): Promise<void> {
    this.#reconciliation = null
    this.#database.close()
    removeIndex(this.#path)
    this.#database = await openDatabase(this.#path)
    this.#writer = new RowWriter(this.#database)
    this.#reader = new RowReader(this.#database)
  }
}

/** What SQLite says of a file that is not as it was written, and rows that cannot be ours. */
function isDamage(error: unknown): boolean {
  if (error instanceof z.ZodError || error instanceof DamagedRow) return true
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false
  if (/^SQLITE_(?:CORRUPT|NOTADB|IOERR|CANTOPEN|MISMATCH|CONSTRAINT)/u.test(error.code)) return true
  return error.code === 'SQLITE_ERROR' && /no such (?:table|column)|malformed|vtable constructor/u.test(error.message)
}
