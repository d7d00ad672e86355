import type { Attribution, FoundPerson, Grammar, Sentence } from './grammar.ts'
import { quotedRuns } from './runs.ts'
import type { QuotedRun } from './runs.ts'
import { tokens } from './tokens.ts'
import type { Token } from './tokens.ts'

/** What one block says by itself; it depends on nothing but its text, so it can be kept while the text stays. */
export interface BlockReading {
  readonly text: string
  readonly runs: readonly QuotedRun[]
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  readonly people: readonly FoundPerson[]
  /** By run: its sentence, and who says it as far as this sentence tells. */
  readonly own: readonly { readonly sentence: number; readonly at: number; readonly attribution: Attribution }[]
}

/** No sentence is longer; text without full stops must not cost more than other text. */
const reach = 200

/** The part of a sentence around one of its tokens that an attribution is looked for in. */
export function near(sentence: Sentence, at: number): Sentence {
  return { ...sentence, first: Math.max(sentence.first, at - reach), last: Math.min(sentence.last, at + reach) }
}

const terminal = /[.?!…։۔؟।]$/u
const closing = /["”’»“'\])]+$/u

/** Reads one block. */
export function readBlock(text: string, grammar: Grammar): BlockReading {
  const unmarked = grammar.unmarked?.(text) ?? []
  const runs = unmarked.length > 0 ? unmarked : quotedRuns(text).flatMap((run) => grammar.split(text, run))
  const list = tokens(text, runs, grammar.abbreviations)
  const sentences = sentencesOf(list, grammar)
  const own = sentences.flatMap((place, sentence) => {
    const found: BlockReading['own'][number][] = []
    for (let at = place.first; at <= place.last; at += 1) {
      if (list[at]?.kind === 'quote')
        found.push({ sentence, at, attribution: grammar.attribute(list, near(place, at), at) })
    }
    return found
  })
  return { text, runs, tokens: list, sentences, people: grammar.people(list), own }
}

function sentencesOf(list: readonly Token[], grammar: Grammar): Sentence[] {
  const found: Sentence[] = []
  let first = 0
  const end = (last: number): void => {
    if (last < first) return
    const part = list.slice(first, last + 1)
    found.push({
      first,
      last,
      onlyQuotes: part.every((token) => token.kind !== 'word') && part.some((token) => token.kind === 'quote'),
    })
    first = last + 1
  }
  list.forEach((token, at) => {
    if (at >= first && isEnd(list, at, grammar)) end(at)
  })
  end(list.length - 1)
  return found
}

function isEnd(list: readonly Token[], at: number, grammar: Grammar): boolean {
  const token = list[at]
  const next = list[at + 1]
  if (token === undefined || next === undefined) return true
  if (token.kind === 'word') return false
  if (token.kind === 'punctuation') {
    if (/^[)\]]$/u.test(token.text)) return false
    return terminal.test(token.text) && (next.kind === 'quote' || next.kind === 'word') && startsSentence(next)
  }
  const words = token.text.replace(closing, '').trimEnd()
  if (!terminal.test(words)) return false
  if (next.kind === 'quote') return true
  if (next.kind !== 'word') return false
  if (!startsSentence(next)) return false
  return !(/[?!…]$/u.test(words) && grammar.goesOn(list, at + 1))
}

/** A lower-case letter goes on with the sentence before; scripts without case always begin. */
function startsSentence(token: Token): boolean {
  return token.kind === 'quote' || !/^\p{Ll}/u.test(token.text)
}
