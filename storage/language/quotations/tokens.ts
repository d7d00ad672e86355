import type { QuotedRun } from './runs.ts'

/** A word, a punctuation mark, or a whole quoted run standing as one. */
export interface Token {
  readonly kind: 'word' | 'punctuation' | 'quote'
  readonly from: number
  readonly to: number
  readonly text: string
  readonly lower: string
  /** Index of the run for `quote`, else -1. */
  readonly run: number
  /** Starts with a capital letter. */
  readonly capital: boolean
  /** Ends in a possessive ’s or s’. */
  readonly possessive: boolean
}

const pieces = /[\p{L}\p{M}\p{N}$€£#@]+(?:[’'\-‑.‌՛՜՞][\p{L}\p{M}\p{N}]+)*|--+|[^\s]/gu
const possessiveEnd = /(?:['’]s|s['’])$/iu

/**
 * Cuts a block into tokens, each quoted run as one. A full stop behind an abbreviation or an initial belongs to the word.
 */
export function tokens(block: string, runs: readonly QuotedRun[], abbreviations: ReadonlySet<string>): Token[] {
  const found: Token[] = []
  let at = 0
  runs.forEach((run, index) => {
    words(block, at, run.outerFrom, abbreviations, found)
    found.push({
      kind: 'quote',
      from: run.outerFrom,
      to: run.outerTo,
      text: block.slice(run.outerFrom, run.outerTo),
      lower: '',
      run: index,
      capital: false,
      possessive: false,
    })
    at = run.outerTo
  })
  words(block, at, block.length, abbreviations, found)
  return found
}

function words(block: string, from: number, to: number, abbreviations: ReadonlySet<string>, found: Token[]): void {
  const part = block.slice(from, to)
  for (const match of part.matchAll(pieces)) {
    let text = match[0]
    const start = from + match.index
    const isWord = /[\p{L}\p{N}]/u.test(text)
    const last = found.at(-1)
    if (text === '.' && last?.kind === 'word' && last.to === start && isAbbreviation(last, abbreviations)) {
      found[found.length - 1] = { ...last, to: start + 1, text: `${last.text}.` }
      continue
    }
    // The apostrophe of a plural possessive stands alone: "the voters’ mood".
    if ((text === '’' || text === "'") && last?.kind === 'word' && last.to === start && /s$/iu.test(last.text)) {
      found[found.length - 1] = { ...last, to: start + 1, text: last.text + text, possessive: true }
      continue
    }
    text = match[0]
    found.push({
      kind: isWord ? 'word' : 'punctuation',
      from: start,
      to: start + text.length,
      text,
      lower: text.toLowerCase().replaceAll('’', "'").replace(/[՛՜՞]/gu, ''),
      run: -1,
      capital: isWord && /^\p{Lu}/u.test(text),
      possessive: isWord && possessiveEnd.test(text),
    })
  }
}

function isAbbreviation(token: Token, abbreviations: ReadonlySet<string>): boolean {
  return /^\p{Lu}$/u.test(token.text) || /^\p{L}(?:\.\p{L})+$/u.test(token.text) || abbreviations.has(token.lower)
}
