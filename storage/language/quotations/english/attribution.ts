import type { Attribution, Sentence, TokenRange } from '../grammar.ts'
import type { Token } from '../tokens.ts'
import {
  adverbs,
  auxiliaries,
  cueForms,
  determiners,
  plainCues,
  possessives,
  prepositions,
  relative,
} from './lexicon.ts'
import { isNameWord, mainSubject, phraseEndingAt, phraseStartingAt } from './phrases.ts'

const none: Attribution = { speaker: null, cue: null, evidence: 'none' }

/** A verb of saying in a sentence. */
interface Cue extends TokenRange {
  readonly ing: boolean
}

/** The verb of saying at `at`, if the word there is one and not a noun of the same form. */
export function cueAt(tokens: readonly Token[], at: number): Cue | null {
  const token = tokens[at]
  if (token === undefined || token.kind !== 'word') return null
  const form = cueForms.get(token.lower)
  if (form === undefined) return null
  const before = tokens[at - 1]
  if (!plainCues.has(token.lower) && before?.kind === 'word') {
    // "the report", "his promise", "Ms Roth’s claims", "a written statement" are nouns and adjectives.
    if (determiners.has(before.lower) || possessives.has(before.lower) || before.possessive) return null
    if (
      form === 'base' &&
      before.lower !== 'to' &&
      !auxiliaries.has(before.lower) &&
      !/^(?:i|we|they|you|s)$|[^s]s$/u.test(before.lower)
    )
      return null
  }
  if (form === 'base' && prepositions.has(before?.lower ?? '') && before?.lower !== 'to') return null
  return { first: at, last: at, ing: form === 'ing' }
}

/** The speaker and cue of the quoted run at `at`, by the words of its own sentence. */
export function attribute(tokens: readonly Token[], sentence: Sentence, at: number): Attribution {
  return (
    labelled(tokens, at) ??
    after(tokens, sentence, at) ??
    before(tokens, sentence, at) ??
    accordingTo(tokens, sentence) ??
    owner(tokens, sentence, at) ??
    later(tokens, sentence, at) ??
    none
  )
}

/** Roth: “...” */
function labelled(tokens: readonly Token[], at: number): Attribution | null {
  if (tokens[at - 1]?.text !== ':' || cueAt(tokens, at - 2) !== null) return null
  let first = at - 2
  while (isNameWord(tokens[first])) first -= 1
  if (first !== -1 || at - 2 < 0) return null
  return { speaker: { first: 0, last: at - 2 }, cue: { first: at - 1, last: at - 1 }, evidence: 'clause' }
}

/** “...,” Roth said. “...,” said Roth. “...” — Roth */
function after(tokens: readonly Token[], sentence: Sentence, at: number): Attribution | null {
  const quote = tokens[at]
  if (quote === undefined) return null
  let start = at + 1
  const commaInside = /[,?!…—-]["”’»“']*$/u.test(quote.text)
  const dash = /^(?:—|–|―|--|-)$/u.test(tokens[start]?.text ?? '')
  const comma = tokens[start]?.text === ','
  if (comma || dash) start += 1
  if (start > sentence.last) return null
  if (dash && !comma) {
    const signed = phraseStartingAt(tokens, start, sentence.last + 1)
    if (signed !== null && isNameWord(tokens[start]) && (at === sentence.first || /[.?!…]["”]$/u.test(quote.text))) {
      return { speaker: signed, cue: { first: at + 1, last: at + 1 }, evidence: 'clause' }
    }
  }
  const next = cueAt(tokens, start)
  if (next !== null && !next.ing) {
    const inverted = phraseStartingAt(tokens, start + 1, sentence.last + 1)
    if (inverted !== null && (commaInside || comma || dash)) return { speaker: inverted, cue: next, evidence: 'clause' }
  }
  if (
    !(commaInside || comma || dash) ||
    /^(?:and|but|as|which|while|when|because|that)$/u.test(tokens[start]?.lower ?? '')
  )
    return null
  const cue = firstCue(tokens, start, Math.min(sentence.last, start + 30))
  if (cue === null || cue.ing) return null
  // A second quoted run before the verb means that the verb reports that one.
  const speaker = subjectOf(tokens, start, cue.first)
  if (speaker === null) return null
  return { speaker, cue, evidence: 'clause' }
}

function firstCue(tokens: readonly Token[], from: number, to: number): Cue | null {
  for (let at = from; at <= to; at += 1) {
    if (tokens[at]?.kind === 'quote') return null
    if (relative.has(tokens[at]?.lower ?? '')) {
      // A relative clause between subject and verb has verbs of its own: go on behind its comma.
      const end = tokens.findIndex((token, index) => index > at && index <= to && token.text === ',')
      if (end > 0) {
        at = end
        continue
      }
    }
    const cue = cueAt(tokens, at)
    if (cue !== null) return cue
  }
  return null
}

/** Roth said: “...” Roth called it “...” ..., adding that “...” */
function before(tokens: readonly Token[], sentence: Sentence, at: number): Attribution | null {
  for (let index = at - 1; index >= sentence.first; index -= 1) {
    const cue = cueAt(tokens, index)
    if (cue === null) continue
    const speaker = subjectBefore(tokens, sentence, cue)
    if (speaker !== null) return { speaker, cue, evidence: 'clause' }
  }
  return null
}

function subjectBefore(tokens: readonly Token[], sentence: Sentence, cue: Cue): TokenRange | null {
  const previous = tokens[cue.first - 1]
  const afterQuote = previous?.kind === 'quote' || (previous?.text === ',' && tokens[cue.first - 2]?.kind === 'quote')
  if (afterQuote && !cue.ing) {
    const inverted = phraseStartingAt(tokens, cue.last + 1, sentence.last + 1)
    if (inverted !== null) return inverted
  }
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
  return mainSubject(tokens, sentence.first, cue.first - 1) ?? mainSubject(tokens, cue.first + 1, sentence.last)
}

/** The subject of the verb at `verb`, looking left no further than `floor`. */
function subjectOf(tokens: readonly Token[], floor: number, verb: number): TokenRange | null {
  let at = verb - 1
  while (at >= floor && isBetween(tokens[at])) at -= 1
  const token = tokens[at]
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

function isBetween(token: Token | undefined): boolean {
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

/** "according to Roth", anywhere in the sentence. */
function accordingTo(tokens: readonly Token[], sentence: Sentence): Attribution | null {
  for (let at = sentence.first; at < sentence.last; at += 1) {
    if (tokens[at]?.lower !== 'according' || tokens[at + 1]?.lower !== 'to') continue
    const speaker = phraseStartingAt(tokens, at + 2, sentence.last + 1) ?? looseObject(tokens, at + 2, sentence.last)
    if (speaker !== null) return { speaker, cue: { first: at, last: at + 1 }, evidence: 'clause' }
  }
  return null
}

function looseObject(tokens: readonly Token[], first: number, last: number): TokenRange | null {
  let end = first - 1
  while (end < last && tokens[end + 1]?.kind === 'word' && !prepositions.has(tokens[end + 1]?.lower ?? '')) end += 1
  return end >= first ? { first, last: end } : null
}

/** Roth’s “...” plan; her “...” remark. */
function owner(tokens: readonly Token[], sentence: Sentence, at: number): Attribution | null {
  for (let index = at - 1; index >= Math.max(sentence.first, at - 3); index -= 1) {
    const token = tokens[index]
    if (token === undefined || token.kind !== 'word') return null
    if (token.possessive) {
      const phrase = phraseEndingAt(tokens, index, sentence.first)
      return phrase === null ? null : { speaker: phrase, cue: null, evidence: 'possessive' }
    }
    if (/^(?:his|her|their)$/u.test(token.lower))
      return { speaker: { first: index, last: index }, cue: null, evidence: 'possessive' }
  }
  return null
}

/** The verb of saying stands behind, in a sentence that goes on: The “...” plan, Roth said, was ... */
function later(tokens: readonly Token[], sentence: Sentence, at: number): Attribution | null {
  for (let index = at + 1; index <= sentence.last; index += 1) {
    const cue = cueAt(tokens, index)
    if (cue === null || cue.ing || !plainCues.has(tokens[index]?.lower ?? '')) continue
    const comma = tokens.findLastIndex((token, place) => place < index && place > at && token.text === ',')
    const speaker = subjectOf(tokens, comma > 0 ? comma + 1 : sentence.first, index)
    if (speaker !== null) return { speaker, cue, evidence: 'clause' }
  }
  return null
}

/** Whom a sentence is about: the subject of its last verb of saying, else its main subject. */
export function topic(tokens: readonly Token[], sentence: Sentence): Attribution {
  for (let index = sentence.last; index >= sentence.first; index -= 1) {
    const cue = cueAt(tokens, index)
    if (cue === null || cue.ing) continue
    const speaker = subjectBefore(tokens, sentence, cue)
    if (speaker !== null) return { speaker, cue, evidence: 'clause' }
  }
  const speaker = mainSubject(tokens, sentence.first, sentence.last)
  return speaker === null ? none : { speaker, cue: null, evidence: 'subject' }
}

/** True when what follows a ? or ! inside the marks is its reporting clause: “Why?” Roth asked. */
export function goesOn(tokens: readonly Token[], next: number): boolean {
  if (cueAt(tokens, next) !== null) return true
  const phrase = phraseStartingAt(tokens, next, Math.min(tokens.length, next + 10))
  if (phrase === null) return false
  let at = phrase.last + 1
  while (isBetween(tokens[at])) at += 1
  const cue = cueAt(tokens, at)
  const behind = tokens[at + 1]
  return cue !== null && !cue.ing && (behind === undefined || behind.lower !== 'that')
}
