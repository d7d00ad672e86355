import type { StoryId } from '../model/ids.ts'
import type { IndexedStory } from './indexed-story.ts'

/** Where the index finds the stories that it is made of. */
export interface StorySources {
  /** The ids of all stories. */
  ids(): Promise<readonly StoryId[]>
  /** Changes whenever a story's files or what is made of them change; null when the story is not there. Costs no reading. */
  identityOf(id: StoryId): string | null
  /** Throws a `GalleyError` for a story that cannot be read. */
  read(id: StoryId): Promise<IndexedStory>
}
