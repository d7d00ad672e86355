const pairs: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»' }
const closing = new Set(['”', '»'])
const marks = /["“”„«»]/g

/**
 * Where the first double quotation mark stands that has no partner in its block, or null. A mark left open is in order when
 * `next`, the block behind it, begins with the same mark: the quotation goes on there.
 */
export function unbalancedMark(block: string, next: string): number | null {
  if (isSameBothWays(block)) return null
  const open: { mark: string; at: number }[] = []
  let straight: number | null = null
  for (const { 0: char, index: at } of block.matchAll(marks)) {
    if (char === '"' && !isInches(block, at)) {
      straight = straight === null ? at : null
      continue
    }
    const last = open.at(-1)
    if (last !== undefined && pairs[last.mark]?.includes(char) === true) open.pop()
    else if (pairs[char] !== undefined) open.push({ mark: char, at })
    else if (closing.has(char)) return at
  }
  const first = open[0]?.at ?? straight
  if (first === null) return null
  return next.trimStart().startsWith(block[first] ?? '') ? null : first
}

/** Swedish and Finnish open and close with one mark, ”so”; German and Danish books turn theirs, »so«. */
function isSameBothWays(block: string): boolean {
  const count = (mark: string): number => block.split(mark).length - 1
  if (count('“') === 0 && count('„') === 0 && count('”') > 0) return count('”') % 2 === 0
  return block.indexOf('»') < block.indexOf('«') && count('»') === count('«') && count('»') > 0
}

function isInches(block: string, at: number): boolean {
  return /\d/u.test(block[at - 1] ?? '')
}
