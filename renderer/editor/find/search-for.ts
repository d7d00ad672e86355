import { SearchQuery } from 'prosemirror-search'

/** What an editor looks for in a story, and what is to stand in its place. */
export interface SearchFor {
  readonly words: string
  readonly replacement: string
  readonly isCaseSensitive: boolean
  readonly isWholeWord: boolean
  /** Whether `words` is a regular expression, in the syntax of JavaScript with Unicode sets of letters. */
  readonly isRegularExpression: boolean
}

export const searchForNothing: SearchFor = {
  words: '',
  replacement: '',
  isCaseSensitive: false,
  isWholeWord: false,
  isRegularExpression: false,
}

const wordPart = String.raw`[\p{L}\p{M}\p{N}_]`

/**
 * The search as the library runs it. Plain words become an expression too, since comparing lower-cased text counts
 * wrong where a letter grows (Turkish İ). Its `valid` is false for no words and for a faulty expression.
 */
export function searchQuery(search: SearchFor): SearchQuery {
  const { words, replacement, isCaseSensitive, isWholeWord, isRegularExpression } = search
  const inner = isRegularExpression ? words : patternOf(words)
  return new SearchQuery({
    search: words === '' || !isWholeWord ? inner : `(?<!${wordPart})(?:${inner})(?!${wordPart})`,
    replace: replacement,
    caseSensitive: isCaseSensitive,
    regexp: true,
  })
}

const typedFor: readonly (readonly [typed: RegExp, printed: string])[] = [
  [/^ $/u, String.raw`[ \u00a0\u202f]`],
  [/^'$/u, String.raw`['‘’‚ʼ]`],
  [/^"$/u, String.raw`["“”„«»]`],
  [/^-$/u, String.raw`[-\u2010\u2011]`],
]

/** Finds the printed forms of what a keyboard types, and Armenian words whatever mark their tone carries. */
function patternOf(words: string): string {
  return Array.from(words, (letter) => {
    const printed = typedFor.find(([typed]) => typed.test(letter))?.[1]
    if (printed !== undefined) return printed
    if (/\p{Script=Armenian}/u.test(letter) && /\p{L}/u.test(letter)) return `${letter}[՛՜՞]?`
    return letter.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
  }).join('')
}
