import type { IndexedStory } from '../../../storage/index/indexed-story.ts'
import type { StoryIndex } from '../../../storage/index/story-index.ts'
import type { IndexAnswer, IndexQuery } from '../../../storage/index/list-query.ts'
import type { Progress } from '../../../storage/index/reconciliation.ts'
import { GalleyError } from '../../../storage/model/errors.ts'
import type { StoryId } from '../../../storage/model/ids.ts'

/** Stories that change when a test says so, instead of files. */
export class NearSources {
  readonly stories = new Map<StoryId, { identity: string; story: IndexedStory | GalleyError }>()
  reads = 0

  set(story: IndexedStory, identity = '1'): void {
    this.stories.set(story.summary.id, { identity, story })
  }

  ids(): Promise<StoryId[]> {
    return Promise.resolve([...this.stories.keys()].sort())
  }

  identityOf(id: StoryId): string | null {
    return this.stories.get(id)?.identity ?? null
  }

  read(id: StoryId): Promise<IndexedStory> {
    this.reads += 1
    const story = this.stories.get(id)?.story ?? new GalleyError('not_found', 'This story is gone.')
    return story instanceof GalleyError ? Promise.reject(story) : Promise.resolve(story)
  }
}

/** Brings the index in step, however many pieces that takes; `changed` is of all of them. */
export async function inStep(index: StoryIndex, budget = 50): Promise<Progress> {
  const changed: StoryId[] = []
  for (;;) {
    const progress = await index.reconcile(budget)
    changed.push(...progress.changed)
    if (progress.finished) return { ...progress, changed }
  }
}

export function search(index: StoryIndex, query: string, more: Partial<IndexQuery> = {}): Promise<IndexAnswer> {
  return index.list({ query, typing: false, limit: 1000, order: 'newest', excerpts: false, ...more })
}

export async function idsOf(index: StoryIndex, query: string, more: Partial<IndexQuery> = {}): Promise<StoryId[]> {
  return (await search(index, query, more)).stories.map(({ summary }) => summary.id)
}
