import { z } from 'zod'
import { Queue } from '../files/queue.ts'
import { readQuery } from '../language/search/read-query.ts'
import type { QueryProblem } from '../language/search/query.ts'
import { GalleyError, isGalleyError } from '../model/errors.ts'
import type { StoryId } from '../model/ids.ts'
import type { StorySummary } from '../model/summary.ts'
import { closeDatabase, openDatabase, removeIndex } from './database.ts'
import type { Database } from './database.ts'
import type { Excerpt } from './excerpt.ts'
import type { IndexedStory } from './indexed-story.ts'
import { answer, identities, isEmpty, unreadable } from './read-rows.ts'
import type { ListOrder, Unreadable } from './read-rows.ts'
import { Reconciliation } from './reconciliation.ts'
import type { Progress, Stale } from './reconciliation.ts'
import type { StorySources } from './story-sources.ts'
import { DamagedRow } from './summary-row.ts'
import { RowWriter } from './write-rows.ts'
import type { Reading } from './write-rows.ts'

/** What is looked for, as it was typed. */
export interface IndexQuery {
  readonly query: string
  /** True while somebody is still typing the query: its last word may go on. */
  readonly typing: boolean
  readonly limit: number
  readonly order: ListOrder
  readonly excerpts: boolean
}

/** What was found, and what could not be looked into or understood. */
export interface IndexAnswer {
  readonly total: number
  readonly stories: readonly { readonly summary: StorySummary; readonly excerpt: Excerpt | null }[]
  readonly unreadable: readonly Unreadable[]
  readonly problems: readonly QueryProblem[]
  /** True when the index holds no story at all, whatever was asked. */
  readonly isEmpty: boolean
}

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
  #reconciliation: Reconciliation | null = null

  private constructor(path: string, sources: StorySources, database: Database) {
    this.#path = path
    this.#sources = sources
    this.#database = database
    this.#writer = new RowWriter(database)
  }

  /** Opens the index at `path`; one that is missing, damaged or of another version is begun anew. */
  static async open(path: string, sources: StorySources): Promise<StoryIndex> {
    return new StoryIndex(path, sources, await openDatabase(path))
  }

  list({ query, typing, limit, order, excerpts }: IndexQuery): Promise<IndexAnswer> {
    const { root, problems } = readQuery(query, { typing })
    return this.#whole(() => ({
      ...answer(this.#database, { query: root, limit, order, excerpts }),
      unreadable: unreadable(this.#database),
      problems,
      isEmpty: isEmpty(this.#database),
    }))
  }

  put(states: readonly OpenState[]): Promise<void> {
    const readings = states.map(({ identity, story }) => ({ id: story.summary.id, identity, story }))
    return this.#queue.run(() =>
      this.#whole(() => {
        this.#writer.write(readings)
        this.#writer.keep()
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
    await this.#whole(() => this.#writer.write(readings, gone))
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
  }
}

/** What SQLite says of a file that is not as it was written, and rows that cannot be ours. */
function isDamage(error: unknown): boolean {
  if (error instanceof z.ZodError || error instanceof DamagedRow) return true
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false
  if (/^SQLITE_(?:CORRUPT|NOTADB|IOERR|CANTOPEN|MISMATCH|CONSTRAINT)/u.test(error.code)) return true
  return error.code === 'SQLITE_ERROR' && /no such (?:table|column)|malformed|vtable constructor/u.test(error.message)
}
