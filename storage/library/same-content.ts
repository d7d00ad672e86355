import { isDeepStrictEqual } from 'node:util'
import type { StoryRecord } from '../model/record.ts'
import type { Story } from '../model/story.ts'

/** True when two stories say the same. The moment of the last change and the moves are no content, as in a version's sum. */
export function sameContent(a: Story, b: Story): boolean {
  if (!a.document.eq(b.document)) return false
  return isDeepStrictEqual(contentOf(a.record), contentOf(b.record))
}

/** The record without how it was handled: two ways to the same text are noted as different moves. */
export function contentOf(record: StoryRecord): Omit<StoryRecord, 'updated' | 'moves'> {
  const { updated: _updated, moves: _moves, ...content } = record
  return content
}
