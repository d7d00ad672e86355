import type { Attribution, Sentence, TokenRange } from '../grammar.ts'
import type { Token } from '../tokens.ts'
import { cueAt } from './cue.ts'
import type { Cue } from './cue.ts'
import { plainCues, relative } from './lexicon.ts'
import { isNameWord, mainSubject, phraseEndingAt, phraseStartingAt } from './phrases.ts'
import {
  commaBehind,
  invertedSubject,
  isBetween,
  isPronoun,
  looseObject,
  nameEndingAt,
  subjectBefore,
  subjectOf,
} from './subject.ts'

const none: Attribution = { speaker: null, cue: null, evidence: 'none' }

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

/** "according to Roth", anywhere in the sentence. */
function accordingTo(tokens: readonly Token[], sentence: Sentence): Attribution | null {
  for (let at = sentence.first; at < sentence.last; at += 1) {
    if (tokens[at]?.lower !== 'according' || tokens[at + 1]?.lower !== 'to') continue
    const speaker = phraseStartingAt(tokens, at + 2, sentence.last + 1) ?? looseObject(tokens, at + 2, sentence.last)
    if (speaker !== null) return { speaker, cue: { first: at, last: at + 1 }, evidence: 'clause' }
  }
  return null
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
