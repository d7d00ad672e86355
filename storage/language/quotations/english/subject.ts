import type { Sentence, TokenRange } from '../grammar.ts'
import type { Token } from '../tokens.ts'
import { cueAt } from './cue.ts'
import type { Cue } from './cue.ts'
import { adverbs, auxiliaries, prepositions, relative, roles, times } from './lexicon.ts'
import { isNameWord, mainSubject, phraseEndingAt, phraseStartingAt } from './phrases.ts'

/** The subject right behind "said". Anything may open it but what opens an object: "said that", "said in". */
export function invertedSubject(tokens: readonly Token[], start: number, ceiling: number): TokenRange | null {
  const phrase = phraseStartingAt(tokens, start, ceiling)
  if (phrase !== null) return phrase
  const opener = tokens[start]
  if (
    opener === undefined ||
    opener.kind !== 'word' ||
    isBetween(opener) ||
    prepositions.has(opener.lower) ||
    times.has(opener.lower)
  )
    return null
  return looseObject(tokens, start, Math.min(ceiling - 1, start + 8))
}

export function isPronoun(token: Token | undefined): boolean {
  return /^(?:he|she|it|they|we|i|you)$/u.test(token?.lower ?? '')
}

export function subjectBefore(tokens: readonly Token[], sentence: Sentence, cue: Cue): TokenRange | null {
  const previous = tokens[cue.first - 1]
  const afterQuote = previous?.kind === 'quote' || (previous?.text === ',' && tokens[cue.first - 2]?.kind === 'quote')
  if (afterQuote && !cue.ing) {
    const inverted = phraseStartingAt(tokens, cue.last + 1, sentence.last + 1)
    if (inverted !== null) return inverted
  }
  if (cue.ing && isActor(previous)) return phraseEndingAt(tokens, cue.first - 1, sentence.first)
  if (cue.ing) return subjectOfParticiple(tokens, sentence, cue)
  return subjectOf(tokens, sentence.first, cue.first)
}

/** "..., adding that": whoever the clause before it is about. "His spokesman, adding that": the same. */
function subjectOfParticiple(tokens: readonly Token[], sentence: Sentence, cue: Cue): TokenRange | null {
  for (let index = cue.first - 1; index >= sentence.first; index -= 1) {
    const earlier = cueAt(tokens, index)
    if (earlier !== null && !earlier.ing) {
      const subject = subjectBefore(tokens, sentence, earlier)
      if (subject !== null) return subject
    }
  }
  const left = mainSubject(tokens, sentence.first, cue.first - 1)
  if (left !== null) return left
  // "After saying it was “...,” she left": the subject stands behind the comma, which may lie inside the marks.
  for (let index = cue.first + 1; index < sentence.last; index += 1) {
    if (!/,["”’»]*$/u.test(tokens[index]?.text ?? '')) continue
    const right = phraseStartingAt(tokens, index + 1, sentence.last + 1)
    if (right !== null) return right
  }
  return null
}

/** "footage of Roth saying", "a narrator saying": a name or somebody who can speak. */
function isActor(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.kind === 'word' &&
    (isNameWord(token) ||
      (roles.has(token.lower) && !/^(?:statement|report|study)$/u.test(token.lower)) ||
      isPronoun(token))
  )
}

/** The subject of the verb at `verb`, looking left no further than `floor`. */
export function subjectOf(tokens: readonly Token[], floor: number, verb: number): TokenRange | null {
  let at = verb - 1
  let infinitive = false
  while (at >= floor && (isBetween(tokens[at]) || isTime(tokens, at))) {
    infinitive ||= tokens[at]?.lower === 'to'
    at -= 1
  }
  const token = tokens[at]
  if (infinitive) {
    // "declined to say", "was forced to admit": back over the verb to the nearest who.
    while (at > floor && !isActor(tokens[at]) && tokens[at]?.kind === 'word') at -= 1
    return phraseEndingAt(tokens, at, floor) ?? mainSubject(tokens, floor, verb - 1)
  }
  if (token === undefined || at < floor) return null
  if (relative.has(token.lower)) {
    const head = tokens[at - 1]?.text === ',' ? at - 2 : at - 1
    return phraseEndingAt(tokens, head, floor)
  }
  if (token.text === ',' || token.text === ')' || /^[—–―-]+$/u.test(token.text)) {
    const open = openingOf(tokens, at, floor)
    const phrase = open > floor ? phraseEndingAt(tokens, open - 1, floor) : null
    return phrase ?? mainSubject(tokens, floor, verb - 1)
  }
  if (/^(?:and|but|or|then)$/u.test(token.lower) || prepositions.has(token.lower) || token.kind !== 'word')
    return mainSubject(tokens, floor, verb - 1)
  return phraseEndingAt(tokens, at, floor) ?? mainSubject(tokens, floor, verb - 1)
}

/** "who in 2010 said", "Roth on Friday said". */
function isTime(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined || token.kind !== 'word') return false
  if (times.has(token.lower) || /^(?:19|20)\d\d$/u.test(token.text)) return true
  const next = tokens[at + 1]
  return (
    /^(?:in|on|last|this|late|early|next|the|of)$/u.test(token.lower) &&
    next !== undefined &&
    (times.has(next.lower) || /^(?:19|20)\d\d$/u.test(next.text))
  )
}

export function isBetween(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== 'word') return false
  return auxiliaries.has(token.lower) || adverbs.has(token.lower) || (/ly$/u.test(token.lower) && !token.capital)
}

/** Where the insertion that `close` ends begins: its other comma, bracket or dash; `floor` when there is none. */
function openingOf(tokens: readonly Token[], close: number, floor: number): number {
  const mark = tokens[close]?.text === ')' ? '(' : tokens[close]?.text
  let found = floor
  for (let at = close - 1; at > floor; at -= 1) {
    if (tokens[at]?.text === mark) {
      found = at
      // "Roth, a lawyer from Bern, Vermont, said": go on to the first comma behind the name.
      const word = tokens[at - 1]
      const behind = tokens[at + 1]
      const listed = isNameWord(word) && isNameWord(behind) && at + 2 >= close - 1
      if (!listed) return at
    }
  }
  return found
}

export function looseObject(tokens: readonly Token[], first: number, last: number): TokenRange | null {
  let end = first - 1
  while (end < last && tokens[end + 1]?.kind === 'word' && !prepositions.has(tokens[end + 1]?.lower ?? '')) end += 1
  return end >= first ? { first, last: end } : null
}

export function nameEndingAt(tokens: readonly Token[], last: number): TokenRange {
  let first = last
  while (isNameWord(tokens[first - 1])) first -= 1
  return { first, last }
}

/** The first comma behind `at` up to `last`, or -1. */
export function commaBehind(tokens: readonly Token[], at: number, last: number): number {
  for (let index = at + 1; index <= last && index < tokens.length; index += 1)
    if (tokens[index]?.text === ',') return index
  return -1
}
