import type { Attribution, FoundPerson, Grammar, Reference, Sentence, TokenRange } from '../grammar.ts'
import type { QuotedRun } from '../runs.ts'
import type { Token } from '../tokens.ts'
import { CasedAttribution } from './cased-attribution.ts'
import { CaselessAttribution } from './caseless-attribution.ts'
import type { ClauseLanguage } from './clause-language.ts'
import { ClauseNames } from './clause-names.ts'
import { clauseNotSpeech } from './clause-not-speech.ts'
import { dialogue, splitAtClause } from './inside-marks.ts'

/** Makes the rules of a language from what `ClauseLanguage` says of it. */
export function clauseGrammar(language: ClauseLanguage): Grammar {
  return language.cased ? casedGrammar(language) : caselessGrammar(language)
}

function common(language: ClauseLanguage): Pick<Grammar, 'abbreviations' | 'split' | 'unmarked' | 'notSpeech'> {
  return {
    abbreviations: language.abbreviations,
    split: (block: string, run: QuotedRun) => splitAtClause(language, block, run),
    unmarked: (block: string) => dialogue(language, block),
    notSpeech: (tokens: readonly Token[], at: number, words: string, attribution: Attribution) =>
      clauseNotSpeech(language, tokens, at, words, attribution),
  }
}

function casedGrammar(language: ClauseLanguage): Grammar {
  const names = new ClauseNames(language)
  const attribution = new CasedAttribution(language, names)
  return {
    ...common(language),
    goesOn: (tokens, next) => attribution.isCueNear(tokens, next, next + 3),
    attribute: (tokens, sentence: Sentence, at) => attribution.attribute(tokens, sentence, at),
    topic: (tokens, sentence) => attribution.topic(tokens, sentence),
    people: (tokens) => names.people(tokens),
    refer: (tokens, mention) => refer(language, names, tokens, mention),
  }
}

function caselessGrammar(language: ClauseLanguage): Grammar {
  const attribution = new CaselessAttribution(language)
  return {
    ...common(language),
    goesOn: (tokens, next) => [0, 1, 2, 3].some((step) => attribution.cueAt(tokens, next + step) !== null),
    attribute: (tokens, sentence, at) => attribution.attribute(tokens, sentence, at),
    topic: (tokens, sentence) => attribution.topic(tokens, sentence),
    people: (tokens): FoundPerson[] => attribution.people(tokens),
    refer: (tokens, mention) => attribution.refer(tokens, mention),
  }
}

function refer(language: ClauseLanguage, names: ClauseNames, tokens: readonly Token[], mention: TokenRange): Reference {
  const own = tokens.slice(mention.first, mention.last + 1)
  const pronoun = own.length === 1 ? language.pronouns.get(own[0]?.lower ?? '') : undefined
  if (pronoun === 'group') return { kind: 'group' }
  if (pronoun !== undefined) return { kind: 'pronoun', gender: pronoun === 'anyone' ? null : pronoun }
  let last = mention.last
  while (last >= mention.first && !names.isName(tokens[last])) last -= 1
  if (last >= mention.first) {
    return { kind: 'name', person: names.person(tokens, names.nameEnding(tokens, last, mention.first)), alone: true }
  }
  const words = own.map(({ lower }) => language.bareRole(lower))
  if (language.general.has(words[0] ?? '') || (words.length === 2 && language.general.has(words[1] ?? ''))) {
    return { kind: 'pronoun', gender: null }
  }
  return { kind: 'role', titles: new Set(words) }
}
