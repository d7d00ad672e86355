/** A word with the punctuation that clings to it, and where it stands in its text. */
export interface Word {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The words of a text: stretches without space. */
export function splitWords(text: string): Word[] {
  return [...text.matchAll(/\S+/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    text: match[0],
  }))
}

/** A stretch of words that is the same in both texts, or differs; bounds are word indexes, ends exclusive. */
export interface DiffPart {
  readonly isSame: boolean
  readonly beforeFrom: number
  readonly beforeTo: number
  readonly afterFrom: number
  readonly afterTo: number
}

/** Compares two lists of words by their longest common subsequence. Quadratic: meant for the length of a quotation. */
export function diffWords(before: readonly string[], after: readonly string[]): DiffPart[] {
  const lengths = commonLengths(before, after)
  const parts: DiffPart[] = []
  let b = 0
  let a = 0
  while (b < before.length || a < after.length) {
    const beforeFrom = b
    const afterFrom = a
    const isSame = b < before.length && a < after.length && before[b] === after[a]
    if (isSame) {
      while (b < before.length && a < after.length && before[b] === after[a]) {
        b += 1
        a += 1
      }
    } else {
      while ((b < before.length || a < after.length) && (before[b] !== after[a] || b >= before.length)) {
        if (a >= after.length || (b < before.length && lengthAt(lengths, b + 1, a) >= lengthAt(lengths, b, a + 1)))
          b += 1
        else a += 1
      }
    }
    parts.push({ isSame, beforeFrom, beforeTo: b, afterFrom, afterTo: a })
  }
  return parts
}

function lengthAt(lengths: readonly Uint16Array[], before: number, after: number): number {
  return lengths[before]?.[after] ?? 0
}

/** `result[b][a]` is the length of the longest common subsequence of what follows `b` and `a`. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1))
  for (let b = before.length - 1; b >= 0; b -= 1) {
    for (let a = after.length - 1; a >= 0; a -= 1) {
      const row = lengths[b]
      if (row === undefined) continue
      row[a] =
        before[b] === after[a]
          ? lengthAt(lengths, b + 1, a + 1) + 1
          : Math.max(lengthAt(lengths, b + 1, a), lengthAt(lengths, b, a + 1))
    }
  }
  return lengths
}
