/**
 * The words of a quotation as verification freezes them: the marks around them gone, quotation marks inside and dashes
 * in one form, spaces folded, Unicode composed. The same words give the same text, however they were typeset.
 */
export function verbatimWords(text: string): string {
  return fold(text)
    .replace(/^["'\s]+|["'\s]+$/gu, '')
    .replace(/,$/u, '')
}

/**
 * True when `printed` says what `verified` says. Only [insertions] may be added and only what … marks may be left out;
 * punctuation may follow the sentence around it. Two spellings of one word are two words.
 */
export function keepsWords(verified: string, printed: string): boolean {
  const source = wordsOf(verified)
  const pieces = split(wordsOf(printed))
  const first = pieces[0] ?? []
  const last = pieces.at(-1) ?? []
  if (pieces.length === 1) return same(source, first)
  if (!startsAt(source, first, 0)) return false
  let at = first.length
  for (const piece of pieces.slice(1, -1)) {
    const next = indexOf(source, piece, at)
    if (next < 0) return false
    at = next + piece.length
  }
  const end = source.length - last.length
  return end >= at && startsAt(source, last, end)
}

/** What a printed quotation has added to the words, and how many omissions it marks. */
export function editorialMarks(printed: string): { insertions: string[]; omissions: number } {
  const text = fold(printed)
  const insertions = [...text.matchAll(insertion)].flatMap((match) => {
    const words = match[1]?.trim() ?? ''
    return words === '' || words === omission ? [] : [words]
  })
  return { insertions, omissions: text.split(omission).length - 1 }
}

const omission = '…'
const insertion = /\[([^[\]]*)\]/gu

function fold(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u2060\ufeff]/gu, '')
    .replace(/[“”„‟«»″]/gu, '"')
    .replace(/[‘’‚‛‹›′]/gu, "'")
    .replace(/[‐‑‒–—―−]/gu, '-')
    .replace(/\.{3,}|(?:\. ){2}\./gu, omission)
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Words and omission marks. An insertion in brackets is none of the speaker's words; brackets around … are the omission. */
function wordsOf(text: string): string[] {
  const bare = fold(text)
    .replace(insertion, (whole, inside: string) =>
      inside.trim() === omission ? ` ${omission} ` : whole.length > 0 ? ' ' : '',
    )
    .replace(/\(\s*…\s*\)/gu, ` ${omission} `)
  return bare.match(/[\p{L}\p{M}\p{N}]+(?:['.\u200c-][\p{L}\p{M}\p{N}]+)*|…/gu) ?? []
}

function split(words: readonly string[]): string[][] {
  const pieces: string[][] = [[]]
  for (const word of words) {
    if (word === omission) pieces.push([])
    else pieces.at(-1)?.push(word)
  }
  return pieces
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && startsAt(a, b, 0)
}

function startsAt(source: readonly string[], piece: readonly string[], at: number): boolean {
  return piece.every((word, index) => source[at + index] === word)
}

function indexOf(source: readonly string[], piece: readonly string[], from: number): number {
  for (let at = from; at + piece.length <= source.length; at += 1) if (startsAt(source, piece, at)) return at
  return -1
}
