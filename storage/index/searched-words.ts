import type { TextField } from '../language/search/query.ts'
import { foldedWords } from '../language/search/search-words.ts'
import type { SearchedPart, SearchedTexts } from './indexed-story.ts'

/** The parts in the order of the columns of the full text, and how much a hit in each weighs. */
export const partWeights: Readonly<Record<SearchedPart, number>> = {
  slug: 8,
  headline: 10,
  standfirst: 5,
  body: 1,
  captions: 2,
  byline: 4,
  desk: 1,
  tags: 4,
  people: 1,
  quotes: 1,
}
export const searchedParts = Object.keys(partWeights) as readonly SearchedPart[]

/** What a word without a field is looked for in: what the story says and its record. Names and quotations repeat the text. */
const everywhere: readonly SearchedPart[] = searchedParts.filter((part) => part !== 'people' && part !== 'quotes')

const partOf: Readonly<Record<TextField, SearchedPart>> = {
  slug: 'slug',
  desk: 'desk',
  byline: 'byline',
  tag: 'tags',
  person: 'people',
  quote: 'quotes',
  caption: 'captions',
}

/** Where a condition's words may stand. */
export function partsOf(field: TextField | null): readonly SearchedPart[] {
  return field === null ? everywhere : [partOf[field]]
}

/** Stands between lines. It is no word, so no query can ask for it. */
export const lineEnd = '¶'

/**
 * The folded words of a part in order, a line end between lines. Words with an apostrophe or a zero-width non-joiner inside
 * follow once more, written as one: whoever types them without finds them too.
 */
export function searchedWords(texts: SearchedTexts, part: SearchedPart): string[] {
  const words: string[] = []
  const joined: string[] = []
  for (const line of texts[part]) {
    if (words.length > 0) words.push(lineEnd)
    const folded = foldedWords(line)
    words.push(...folded.words)
    for (const word of folded.joined) joined.push(lineEnd, word)
  }
  return joined.length === 0 ? words : [...words, ...joined]
}
