import type { Node } from 'prosemirror-model'
import type { Commit } from '../../journal/hold-story.ts'
import { emptyDocument } from '../../model/document.ts'
import type { Instant } from '../../model/instant.ts'
import type { StepJson } from '../../model/steps.ts'
import type { Story } from '../../model/story.ts'
import { countWords } from '../../model/text.ts'
import type { VersionKind } from '../../model/version.ts'

/** A version that is to be kept: of which state of the story, as of when, and why. */
export interface DueVersion {
  readonly story: Story
  readonly at: Instant
  readonly kind: VersionKind
}

/** After so much work the text is kept, in milliseconds. */
const interval = 10 * 60 * 1000
/** A change of more words than these at once is a paste or an import. */
const manyWords = 100

/**
 * The automatic versions, all of them: of a status change and a publication what they led to; before a big change, and
 * when somebody has worked for ten minutes, what stood until then. `workSince` is when the first change after the last
 * version was made. Null when nothing is due. What a keystroke pays here does not depend on the story's length.
 */
export function dueVersion({ before, after, entry }: Commit, workSince: Instant): DueVersion | null {
  if (entry.kind === 'publication') return { story: after, at: entry.at, kind: 'publication' }
  if (before.record.status !== after.record.status) return { story: after, at: entry.at, kind: 'status' }
  const kind = isBig(before.document, after.document, entry.kind === 'steps' ? entry.steps : [])
    ? 'before_import'
    : Date.parse(entry.at) - Date.parse(workSince) >= interval
      ? 'interval'
      : null
  if (kind === null || before.document.eq(emptyDocument())) return null
  return { story: before, at: before.record.updated, kind }
}

function isBig(before: Node, after: Node, steps: readonly StepJson[]): boolean {
  // So many words have at least so many characters; only then is it worth counting.
  const enough = 2 * manyWords
  const grown = Math.abs(after.content.size - before.content.size)
  if (grown < enough && !steps.some((step) => replaces(step) >= enough)) return false
  const from = before.content.findDiffStart(after.content)
  const end = before.content.findDiffEnd(after.content)
  if (from === null || end === null) return false
  // Where the same letters lie before and behind a change, the two searches overlap.
  const overlap = Math.max(0, from - Math.min(end.a, end.b))
  const words = (document: Node, to: number): number => countWords(document.textBetween(from, to + overlap, '\n'))
  return Math.max(words(before, end.a), words(after, end.b)) > manyWords
}

/** How long the text is that a step puts something else in place of. Marks replace nothing. */
function replaces({ stepType, from, to }: StepJson): number {
  const isReplace = stepType === 'replace' || stepType === 'replaceAround'
  return isReplace && typeof from === 'number' && typeof to === 'number' ? to - from : 0
}
