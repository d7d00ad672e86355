/** A word of a text as it is searched, and where it stands there. */
export interface SearchWord {
  /** UTF-16 offsets, `to` exclusive. */
  readonly from: number
  readonly to: number
  /** The folded parts: more than one where an apostrophe or a zero-width non-joiner stands inside. */
  readonly parts: readonly string[]
  /** The parts written as one, null when there is only one: `قایقها` beside `قایق` and `ها`. */
  readonly joined: string | null
}

/**
 * Letters and digits of any script, and inside a word what neither ends it nor counts: accents and vowel points, the Armenian
 * marks of stress, exclamation, question and abbreviation, soft hyphens and direction marks.
 */
const wordPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Cf}'’\u055a-\u055c\u055e\u055f]*/gu
const apostrophesAfter = /['’\u055a]+$/u
const splitters = /['’ʼ\u055a\u200c]/u

/** The words of a text in reading order. */
export function* searchWords(text: string): Generator<SearchWord> {
  // Not `matchAll`: it makes and compiles the pattern anew for every text.
  for (let at = 0; ;) {
    wordPattern.lastIndex = at
    const match = wordPattern.exec(text)
    if (match === null) return
    const [found] = match
    const from = match.index
    at = from + found.length
    const { parts, joined, length } = folded(found)
    if (parts.length > 0) yield { from, to: from + length, parts, joined }
  }
}

/**
 * The folded words of a text in order, those written in parts parted, and the parts of these as one: what `searchWords` finds,
 * for whoever does not ask where. An index folds millions of words, and each of them would be an object.
 */
export function foldedWords(text: string): { readonly words: string[]; readonly joined: string[] } {
  const words: string[] = []
  const joined: string[] = []
  for (const found of text.match(wordPattern) ?? []) {
    const word = folded(found)
    for (const part of word.parts) words.push(part)
    if (word.joined !== null) joined.push(word.joined)
  }
  return { words, joined }
}

type Folded = Pick<SearchWord, 'parts' | 'joined'> & { readonly length: number }

const asciiWord = /^[a-z0-9]+$/
/** Texts are made of few different words, and folding one takes longer than looking it up. */
const known = new Map<string, Folded>()
const mostKnown = 100_000
const longestKnown = 40

function folded(found: string): Folded {
  const before = known.get(found)
  if (before !== undefined) return before
  const made = fold(found)
  if (known.size >= mostKnown) known.clear()
  if (found.length <= longestKnown) known.set(found, made)
  return made
}

function fold(found: string): Folded {
  const word = found.replace(apostrophesAfter, '')
  const lower = word.toLowerCase()
  if (asciiWord.test(lower)) return { parts: [lower], joined: null, length: word.length }
  const parts = lower
    .split(splitters)
    .map(foldPart)
    .filter((part) => part !== '')
  return { parts, joined: parts.length > 1 ? parts.join('') : null, length: word.length }
}

/** Letters that are written in several ways and are one to whoever searches. */
const sameLetters: Readonly<Record<string, string>> = {
  // Arabic and Persian: yeh with and without dots, kaf, heh and teh marbuta.
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  ە: 'ه',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
}
const otherSpellings = new RegExp(`[${Object.keys(sameLetters).join('')}]`, 'gu')

/** Letters of their own that Unicode writes as another with a mark: taken for that one they would be other words. */
const ownLetters: Readonly<Record<string, string>> = { 'и\u0306': 'й', 'у\u0306': 'ў', 'і\u0308': 'ї' }

const zeros = [0x0660, 0x06f0, 0x0966]

/** A part of a word without case, accents, vowel points and tatweel; letters that are written in several ways in one. */
function foldPart(word: string): string {
  return (
    word
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[иу]\u0306|і\u0308/gu, (letter) => ownLetters[letter] ?? letter)
      // Decomposing may bring out what is neither letter nor digit: ½ has a slash.
      .replace(/[^\p{L}\p{N}]|[\u0640\u0559]/gu, '')
      .replace(otherSpellings, (letter) => sameLetters[letter] ?? letter)
      // The Armenian ligature և is printed as ԵՎ in capitals and as եւ in the older spelling.
      .replaceAll('եվ', 'եւ')
      .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/gu, digit)
  )
}

function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const zero = zeros.find((first) => code >= first && code <= first + 9)
  return zero === undefined ? character : String(code - zero)
}
