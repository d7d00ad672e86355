import { countWords } from '../model/text.ts'
import { sequenceDiff } from './sequence-diff.ts'

/** A piece of two texts: in both, only in the newer, or only in the older. */
export interface Segment {
  readonly kind: 'same' | 'inserted' | 'deleted'
  readonly text: string
}

/** What leads from one text to another, and how many words came in and fell out. */
interface WordDiff {
  readonly segments: readonly Segment[]
  readonly added: number
  readonly removed: number
}

// A word with what may stand inside one: apostrophe, hyphen, joiner, the Armenian marks of tone, and in a number its
// separators. Else blanks; else an emoji with its parts or a flag; else one character with its combining marks.
const token =
  /[\p{L}\p{M}\p{N}\u055a-\u055e]+(?:(?:['’\-\u200c.]|(?<=\p{N})[,:\u066b\u066c](?=\p{N}))[\p{L}\p{M}\p{N}\u055a-\u055e]+)*|\s+|\p{RI}\p{RI}|\p{Extended_Pictographic}(?:\u200d\p{Extended_Pictographic}|[\p{Emoji_Modifier}\ufe0f\p{M}])*|[^]\p{M}*/gu

/**
 * Compares two texts word by word, in any script. The `same` and `deleted` segments are the older text, the `same`
 * and `inserted` ones the newer, to the letter. Of a change the deletion comes first.
 */
export function diffWords(from: string, to: string): WordDiff {
  if (from === to) return { segments: from === '' ? [] : [{ kind: 'same', text: from }], added: 0, removed: 0 }
  const before = tokensOf(from)
  const after = tokensOf(to)
  const pieces = new Pieces()
  for (const { kind, a, b, length } of sequenceDiff(before, after)) {
    const tokens = kind === 'inserted' ? after.slice(b, b + length) : before.slice(a, a + length)
    pieces.add(kind, tokens.join(''))
  }
  const segments = pieces.segments()
  const count = (kind: Segment['kind']): number =>
    segments.reduce((sum, segment) => (segment.kind === kind ? sum + countWords(segment.text) : sum), 0)
  return { segments, added: count('inserted'), removed: count('deleted') }
}

const letterOrDigit = /[\p{L}\p{N}]/u

/** The words of a text, for telling how near two texts are. */
export function wordsOf(text: string): string[] {
  return tokensOf(text).filter((part) => letterOrDigit.test(part))
}

function tokensOf(text: string): string[] {
  return text.match(token) ?? []
}

interface Change {
  deleted: string
  inserted: string
}

/** Gathers changes, and joins two that only a blank keeps apart: “next month” becomes “in spring” at once. */
class Pieces {
  readonly #parts: (Change | string)[] = []

  add(kind: Segment['kind'], text: string): void {
    if (kind === 'same') {
      this.#parts.push(text)
      return
    }
    const change = this.#change()
    change[kind] += text
  }

  segments(): Segment[] {
    return this.#parts.flatMap((part): Segment[] => {
      if (typeof part === 'string') return [{ kind: 'same', text: part }]
      const { deleted, inserted } = part
      return [
        ...(deleted === '' ? [] : [{ kind: 'deleted' as const, text: deleted }]),
        ...(inserted === '' ? [] : [{ kind: 'inserted' as const, text: inserted }]),
      ]
    })
  }

  /** The change that goes on here. */
  #change(): Change {
    const last = this.#parts.at(-1)
    if (typeof last === 'object') return last
    const before = this.#parts.at(-2)
    if (typeof last === 'string' && typeof before === 'object' && last.trim() === '') {
      if (before.deleted !== '' && before.inserted !== '') {
        this.#parts.pop()
        before.deleted += last
        before.inserted += last
        return before
      }
    }
    const change = { deleted: '', inserted: '' }
    this.#parts.push(change)
    return change
  }
}
