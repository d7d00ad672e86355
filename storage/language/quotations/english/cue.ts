import type { TokenRange } from '../grammar.ts'
import type { Token } from '../tokens.ts'
import { auxiliaries, cueForms, determiners, plainCues, possessives, prepositions, roles } from './lexicon.ts'
import { isNameWord } from './phrases.ts'

/** A verb of saying in a sentence. */
export interface Cue extends TokenRange {
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
