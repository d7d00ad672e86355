import type { EditorState } from 'prosemirror-state'
import type { Range } from '../commands/ranges.ts'

const word = /[\p{L}\p{M}\p{N}]+(?:['’\-\u200c.][\p{L}\p{M}\p{N}]+)*\.?/gu
const capitalised = /^\p{Lu}/u

/**
 * The words at the caret that a person or place may be called by: capitalised words in a row where the script has
 * capitals, else the one word. The selection itself when there is one; null between words.
 */
export function nameAt(state: EditorState): Range | null {
  const { $from, empty, from, to } = state.selection
  if (!empty) return { from, to }
  if (!$from.parent.isTextblock) return null
  const text = $from.parent.textContent
  const words = [...text.matchAll(word)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    text: match[0],
  }))
  const at = words.findIndex((candidate) => candidate.from <= $from.parentOffset && $from.parentOffset <= candidate.to)
  const found = words[at]
  if (found === undefined) return null
  let first = at
  let last = at
  const follows = (left: number, right: number): boolean => {
    const [a, b] = [words[left], words[right]]
    return (
      a !== undefined &&
      b !== undefined &&
      capitalised.test(a.text) &&
      capitalised.test(b.text) &&
      /^[ \u00a0]$/u.test(text.slice(a.to, b.from)) &&
      !(a.text.endsWith('.') && a.text.length > 3)
    )
  }
  while (follows(first - 1, first)) first -= 1
  while (follows(last, last + 1)) last += 1
  const end = (words[last]?.text ?? '').replace(/\.$/u, '').length + (words[last]?.from ?? 0)
  return { from: $from.start() + (words[first]?.from ?? 0), to: $from.start() + end }
}
