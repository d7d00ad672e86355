import type { SavedState } from '../../storage/model/steps.ts'
import type { Words } from './words.ts'

/** What a window may lose when it is closed now. */
export interface Unsaved {
  /** The slugs of the stories it has open. */
  readonly stories: readonly string[]
  /** Why nothing can be saved, in a sentence, where that is known. */
  readonly reason: string | null
}

/** Where one of the stories is known to fail, only those that do are named. */
export function unsavedOf(stories: readonly { readonly slug: string; readonly saved: SavedState }[]): Unsaved {
  const failing = stories.flatMap(({ slug, saved }) => (saved.state === 'failing' ? [{ slug, ...saved }] : []))
  const named = failing.length > 0 ? failing : stories
  return { stories: named.map(({ slug }) => slug), reason: failing[0]?.message ?? null }
}

/** What the editor reads before giving changes up. */
export function unsavedDetail(words: Words, { stories, reason }: Unsaved): string {
  const sentence = reason === null ? words.unsavedDetail : words.unsavedReason
  return sentence.replace('{reason}', () => reason ?? '').replace('{stories}', () => stories.join(', '))
}
