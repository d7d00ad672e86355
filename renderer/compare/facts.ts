import { wordsOf } from '../../storage/language/word-diff.ts'

/** What of a change a reader could look up. */
export type Fact = 'number' | 'time' | 'name'

const clock = /(?<![\p{N}.:])\p{Nd}{1,2}[.:]\p{Nd}{2}(?![\p{N}])/u
const digit = /\p{Nd}/u
const capital = /^\p{Lu}/u
const sentenceEnd = /[.!?…։؟]["'”’»)\]]*\s*$/u

/**
 * What kind of fact a change touches, by two plain rules: the digits differ, or the capitalised words do. A capital that
 * only begins a sentence is none. `before` is the text of the block in front of the change.
 */
export function factOf(deleted: string, inserted: string, before: string): Fact | null {
  const older = wordsOf(deleted)
  const newer = wordsOf(inserted)
  const differ = (isOf: (word: string) => boolean): boolean =>
    older.filter(isOf).join(' ') !== newer.filter(isOf).join(' ')
  if (differ((word) => digit.test(word))) return clock.test(deleted) || clock.test(inserted) ? 'time' : 'number'
  return namesIn(deleted, before).join(' ') === namesIn(inserted, before).join(' ') ? null : 'name'
}

/** Capitalised words that do not begin a sentence. */
function namesIn(text: string, before: string): string[] {
  const whole = before + text
  const names: string[] = []
  for (const match of whole.matchAll(/[\p{L}\p{M}][\p{L}\p{M}\p{N}'’-]*/gu)) {
    if (match.index < before.length || !capital.test(match[0]) || match[0] === 'I') continue
    const lead = whole.slice(0, match.index).replace(/["'“‘«([]+$/u, '')
    if (lead.trim() === '' || sentenceEnd.test(lead)) continue
    names.push(match[0])
  }
  return names
}
