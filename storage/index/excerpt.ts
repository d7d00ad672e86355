import type { QueryNode } from '../language/search/query.ts'
import { searchWords } from '../language/search/search-words.ts'
import type { Excerpt } from '../model/excerpt.ts'

/** How much is shown around the first word that was found, in UTF-16 code units. */
const around = 60
const most = 20_000

/** Words that a query looks for, wherever in it they stand but behind a `not`. */
interface Wanted {
  readonly words: ReadonlySet<string>
  readonly prefixes: readonly string[]
}

/** The words that excerpts of a query's answers mark, or null when it looks for none. */
export function wantedWords(query: QueryNode): Wanted | null {
  const words = new Set<string>()
  const prefixes: string[] = []
  const collect = (node: QueryNode): void => {
    if (node.kind === 'all' || node.kind === 'any') node.of.forEach(collect)
    if (node.kind !== 'text') return
    const last = node.words.length - 1
    for (const [at, word] of node.words.entries()) {
      if (node.prefix && at === last) prefixes.push(word)
      else words.add(word)
    }
  }
  collect(query)
  return words.size + prefixes.length === 0 ? null : { words, prefixes }
}

/** A piece of `text` around the first word that was looked for; null when none stands there, as in a story found by its slug. */
export function excerptOf(text: string, { words, prefixes }: Wanted): Excerpt | null {
  const isWanted = (word: string): boolean => words.has(word) || prefixes.some((prefix) => word.startsWith(prefix))
  let start = 0
  let end = 0
  const hits: { from: number; to: number }[] = []
  const skipped = firstNear(text, { words, prefixes })
  for (const { from: at, to: after, parts, joined } of searchWords(text.slice(skipped, skipped + most))) {
    const [from, to] = [at + skipped, after + skipped]
    if (hits.length > 0 && from >= end) break
    if (!parts.some(isWanted) && (joined === null || !isWanted(joined))) continue
    if (hits.length === 0) {
      start = Math.max(0, from - around)
      end = Math.min(text.length, to + around)
    }
    hits.push({ from, to: Math.min(to, end) })
  }
  if (hits.length === 0) return null
  const cut = wholeWords(text, start, end)
  const before = cut.from > 0 ? '…' : ''
  const shift = before.length - cut.from
  return {
    text: `${before}${text.slice(cut.from, cut.to).replace(/\s/gu, ' ')}${cut.to < text.length ? '…' : ''}`,
    marks: hits
      .filter(({ from, to }) => from >= cut.from && to <= cut.to)
      .map(({ from, to }) => ({ from: from + shift, to: to + shift })),
  }
}

/**
 * Where to begin: a word that stands in the text as it is asked for is found many times faster than by going through the words.
 * 0 when none does, as when it is written with accents.
 */
function firstNear(text: string, { words, prefixes }: Wanted): number {
  const lower = text.toLowerCase()
  if (lower.length !== text.length) return 0
  const places = [
    ...[...words].map((word) => placeOf(lower, word, true)),
    ...prefixes.map((word) => placeOf(lower, word, false)),
  ].filter((place) => place >= 0)
  return places.length === 0 ? 0 : Math.min(...places)
}

/** Where a word stands by itself, or begins another one unless it must be `whole`; -1 when nowhere. */
function placeOf(text: string, word: string, whole: boolean): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const ends = !whole || !inWord.test(text.charAt(at + word.length))
    if (ends && !inWord.test(text.charAt(at - 1))) return at
  }
  return -1
}

const inWord = /[\p{L}\p{M}\p{N}\p{Cf}]/u

/** A stretch that is cut within no word and no character, where there is a space to cut at. */
function wholeWords(text: string, from: number, to: number): { from: number; to: number } {
  const head = from === 0 ? 0 : text.slice(from, from + around).search(/\s/u) + 1
  const tail = to === text.length ? 0 : /\s\S*$/u.exec(text.slice(to - around, to))?.[0].length
  return { from: safely(text, from + head), to: safely(text, to - (tail ?? 0)) }
}

function safely(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at
}
