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
  roles,
  times,
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
  const plain = plainCues.has(token.lower)
  // "the United States": a capital inside a sentence makes a name, save in a headline.
  if (token.capital && !plain && before?.kind === 'word') return null
  if (!plain && isPluralNoun(tokens, at)) return null
  if (!plain && before?.kind === 'word') {
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

const nounsInS =
  /^(?:accounts|advises|answers|appeals|attacks|calls|challenges|charges|chants|claims|comments|complaints|demands|details|estimates|hints|jokes|labels|notes|objects|offers|orders|plans|pledges|points|posts|praises|promises|protests|queries|questions|quotes|reasons|remarks|replies|reports|requests|shouts|signals|states|taunts|thanks|threats|tweets|voices|vows|warnings|whispers)$/u

/** "calls for calm", "his tweets were": the noun has no singular subject before it, or stands as one itself. */
function isPluralNoun(tokens: readonly Token[], at: number): boolean {
  if (!nounsInS.test(tokens[at]?.lower ?? '')) return false
  const before = tokens[at - 1]
  const next = tokens[at + 1]
  if (before === undefined || before.kind !== 'word') return before?.text !== ','
  if (/^(?:of|about|from|are|were|and|was|have|had|against)$/u.test(next?.lower ?? '')) return true
  if (prepositions.has(before.lower) || cueForms.has(before.lower)) return true
  const subject =
    isNameWord(before) || roles.has(before.lower) || /^(?:he|she|it|who|which|also|now|then)$/u.test(before.lower)
  return !subject || prepositions.has(tokens[at - 2]?.lower ?? '')
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
    about(tokens, sentence, at) ??
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
    const inverted = invertedSubject(tokens, start + 1, sentence.last + 1)
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

/** The subject right behind "said". Anything may open it but what opens an object: "said that", "said in". */
function invertedSubject(tokens: readonly Token[], start: number, ceiling: number): TokenRange | null {
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

/** The first comma behind `at` up to `last`, or -1. */
function commaBehind(tokens: readonly Token[], at: number, last: number): number {
  for (let index = at + 1; index <= last && index < tokens.length; index += 1)
    if (tokens[index]?.text === ',') return index
  return -1
}

function firstCue(tokens: readonly Token[], from: number, to: number): Cue | null {
  for (let at = from; at <= to; at += 1) {
    if (tokens[at]?.kind === 'quote') return null
    if (relative.has(tokens[at]?.lower ?? '')) {
      // A relative clause between subject and verb has verbs of its own: go on behind its comma.
      const end = commaBehind(tokens, at, to)
      if (end >= 0) {
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
    const noun = speechNoun(tokens, sentence, index)
    if (noun !== null) return noun
    const cue = cueAt(tokens, index)
    if (cue === null) continue
    const speaker = subjectBefore(tokens, sentence, cue)
    if (speaker !== null) return outermost(tokens, sentence, { speaker, cue })
  }
  return null
}

const speechNouns = new Set(
  `statement declaration claim comment comments remark remarks call calls promise pledge warning accusation assertion
  argument insistence suggestion description vow demand message tweet tweets speech announcement contention view
  criticism response reply answer question letter email interview words`.split(/\s+/u),
)

/** "Roth’s declaration that ... “...”": whose declaration it is. */
function speechNoun(tokens: readonly Token[], sentence: Sentence, at: number): Attribution | null {
  if (!speechNouns.has(tokens[at]?.lower ?? '')) return null
  for (let index = at - 1; index >= Math.max(sentence.first, at - 3); index -= 1) {
    const token = tokens[index]
    if (token?.kind !== 'word') return null
    const pronoun = /^(?:his|her)$/u.test(token.lower)
    if (!pronoun && !(token.possessive && isNameWord(token))) continue
    const speaker = pronoun ? { first: index, last: index } : nameEndingAt(tokens, index)
    return { speaker, cue: { first: at, last: at }, evidence: 'clause' }
  }
  return null
}

/** "Roth said she thought it “...”", "Roth condemned what she called “...”": the outer clause names the speaker. */
function outermost(
  tokens: readonly Token[],
  sentence: Sentence,
  inner: { speaker: TokenRange; cue: Cue },
): Attribution {
  let { speaker, cue } = inner
  for (let index = speaker.first - 1; index >= sentence.first; index = speaker.first - 1) {
    if (/^(?:that|where|how)$/u.test(tokens[index]?.lower ?? '')) index -= 1
    const pronoun = isPronoun(tokens[speaker.first])
    if (tokens[index]?.lower === 'what' && pronoun && speaker.first === speaker.last) {
      const outer = mainSubject(tokens, sentence.first, index - 1)
      return { speaker: outer ?? speaker, cue, evidence: 'clause' }
    }
    const earlier = cueAt(tokens, index)
    if (earlier === null || (!pronoun && plainCues.has(tokens[cue.first]?.lower ?? ''))) break
    const outer = subjectBefore(tokens, sentence, earlier)
    if (outer === null || outer.first >= speaker.first) break
    speaker = outer
    cue = earlier
  }
  return { speaker, cue, evidence: 'clause' }
}

function isPronoun(token: Token | undefined): boolean {
  return /^(?:he|she|it|they|we|i|you)$/u.test(token?.lower ?? '')
}

function subjectBefore(tokens: readonly Token[], sentence: Sentence, cue: Cue): TokenRange | null {
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
function subjectOf(tokens: readonly Token[], floor: number, verb: number): TokenRange | null {
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
      const phrase = isNameWord(token) ? nameEndingAt(tokens, index) : phraseEndingAt(tokens, index, sentence.first)
      return phrase === null ? null : { speaker: phrase, cue: null, evidence: 'possessive' }
    }
    if (/^(?:his|her|their)$/u.test(token.lower))
      return { speaker: { first: index, last: index }, cue: null, evidence: 'possessive' }
  }
  return null
}

function nameEndingAt(tokens: readonly Token[], last: number): TokenRange {
  let first = last
  while (isNameWord(tokens[first - 1])) first -= 1
  return { first, last }
}

/** The verb of saying stands behind, in a sentence that goes on: The “...” plan, Roth said, was ... */
function later(tokens: readonly Token[], sentence: Sentence, at: number): Attribution | null {
  for (let index = at + 1; index <= sentence.last; index += 1) {
    const cue = cueAt(tokens, index)
    if (cue === null || cue.ing || !plainCues.has(tokens[index]?.lower ?? '')) continue
    let comma = index - 1
    while (comma > at && tokens[comma]?.text !== ',') comma -= 1
    const speaker = subjectOf(tokens, comma > at ? comma + 1 : sentence.first, index)
    if (speaker !== null) return { speaker, cue, evidence: 'clause' }
  }
  return null
}

/** No verb of saying at all: Roth has gone after the plan as “...”. Only for words inside a sentence. */
function about(tokens: readonly Token[], sentence: Sentence, at: number): Attribution | null {
  if (sentence.onlyQuotes || at === sentence.first) return null
  const speaker = mainSubject(tokens, sentence.first, at - 1)
  return speaker === null ? null : { speaker, cue: null, evidence: 'subject' }
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
  if (tokens[at]?.text === ',') {
    const end = commaBehind(tokens, at, at + 16)
    if (end < 0) return false
    at = end + 1
  }
  while (isBetween(tokens[at])) at += 1
  const cue = cueAt(tokens, at)
  const behind = tokens[at + 1]
  return cue !== null && !cue.ing && (behind === undefined || behind.lower !== 'that')
}
