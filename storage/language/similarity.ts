/** How much two texts say the same, from 0 to 1, by their words: case, punctuation and spaces do not count. */
export function similarity(a: string, b: string): number {
  const left = wordsOf(a)
  const right = wordsOf(b)
  if (left.length === 0 || right.length === 0) return 0
  const counts = new Map<string, number>()
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of right) {
    const rest = counts.get(word) ?? 0
    if (rest > 0) {
      shared += 1
      counts.set(word, rest - 1)
    }
  }
  return (2 * shared) / (left.length + right.length)
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  )
}
