import { excerptOf, wantedWords } from '../index/excerpt.ts'
import { indexedStory, textOf } from '../index/indexed-story.ts'
import type { FindingCounts, IndexedStory } from '../index/indexed-story.ts'
import { passes, withByline } from '../index/filter.ts'
import { listingOf } from '../index/list-query.ts'
import { comparison, groupOf } from '../index/order.ts'
import { answers } from '../index/scan.ts'
import { isGalleyError } from '../model/errors.ts'
import type { GalleyError } from '../model/errors.ts'
import type { StoryId } from '../model/ids.ts'
import type { Instant } from '../model/instant.ts'
import type { StoryGroup } from '../model/listing.ts'
import type { Story } from '../model/story.ts'
import type { ListOptions, StoryList } from './story-list.ts'

export interface RowSources {
  readonly ids: () => Promise<readonly StoryId[]>
  /** Changes whenever the story may have changed: a row is kept as long as this stays the same. */
  readonly identityOf: (id: StoryId) => Promise<unknown>
  readonly read: (id: StoryId) => Promise<Story>
  readonly countFindings: (story: Story) => Promise<FindingCounts>
  /** A failed read as ours. */
  readonly errorOf: (error: unknown) => GalleyError
}

interface Kept {
  readonly identity: unknown
  readonly row: IndexedStory
}

/** How many stories are read at once: enough to keep a disk busy, few enough to leave it to others. */
const atOnce = 8

/** The rows of all stories, read when they are first asked for and again when a story's files have changed. */
export class StoryRows {
  readonly #sources: RowSources
  readonly #kept = new Map<StoryId, Kept>()

  constructor(sources: RowSources) {
    this.#sources = sources
  }

  /** The row of one story. Throws as `read` does. */
  async row(id: StoryId): Promise<IndexedStory> {
    const identity = await this.#sources.identityOf(id)
    const kept = this.#kept.get(id)
    if (kept !== undefined && kept.identity === identity) return kept.row
    const story = await this.#sources.read(id)
    const row = indexedStory(story, await this.#sources.countFindings(story))
    this.#kept.set(id, { identity, row })
    return row
  }

  /** Looks through every story: what a list costs where there is no index. Nothing is known of relevance. */
  async list({ limit, offset = 0, excerpts = false, ...asked }: ListOptions): Promise<StoryList> {
    const { listing, problems } = listingOf({ ...asked, typing: asked.typing ?? false, order: asked.order ?? 'newest' })
    const { filter, order, grouping, now } = listing
    const root = withByline(listing.query, filter)
    const rows: IndexedStory[] = []
    const unreadable: { id: StoryId; error: GalleyError }[] = []
    const ids = await this.#sources.ids()
    await inParallel(ids, async (id) => {
      try {
        const row = await this.row(id)
        if (answers(row, root) && passes(row.summary, filter, now)) rows.push(row)
      } catch (error) {
        // It went while the list was made, or its folder is what is left of a story that was never stored.
        if (isGalleyError(error, 'not_found')) return
        unreadable.push({ id, error: this.#sources.errorOf(error) })
      }
    })
    this.#forgetAllBut(ids)
    const compare = comparison(order, grouping, now)
    const sorted = rows.sort((a, b) => compare(a.summary, b.summary))
    const first = sorted.slice(offset, offset + limit)
    const wanted = excerpts ? wantedWords(root) : null
    const found = first.flatMap((row) => {
      const excerpt = wanted === null ? null : excerptOf(textOf(row.texts), wanted)
      return excerpt === null ? [] : [[row.summary.id, excerpt] as const]
    })
    return {
      total: rows.length,
      revision: 0,
      groups: grouping === 'none' ? [] : groupsOf(sorted, grouping, now),
      stories: first.map(({ summary }) => summary),
      excerpts: new Map(found),
      unreadable,
      problems,
    }
  }

  #forgetAllBut(ids: readonly StoryId[]): void {
    const there = new Set(ids)
    for (const id of this.#kept.keys()) if (!there.has(id)) this.#kept.delete(id)
  }
}

function groupsOf(rows: readonly IndexedStory[], grouping: 'status' | 'desk', now: Instant): StoryGroup[] {
  const counts = new Map<string, number>()
  for (const { summary } of rows) {
    const key = groupOf(summary, grouping, now)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].map(([key, count]) => ({ key, count }))
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values()
  const worker = async (): Promise<void> => {
    for (const item of left) await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
