import { isDeepStrictEqual } from 'node:util'
import type { Story } from '../model/story.ts'

/** True when two stories say the same. The moment of the last change is no content. */
export function sameContent(a: Story, b: Story): boolean {
  if (!a.document.eq(b.document)) return false
  const { updated: _a, ...one } = a.record
  const { updated: _b, ...other } = b.record
  return isDeepStrictEqual(one, other)
}
