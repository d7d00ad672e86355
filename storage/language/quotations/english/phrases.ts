import type { TokenRange } from '../grammar.ts'
import type { Token } from '../tokens.ts'
import {
  cueForms,
  determiners,
  joiners,
  notNames,
  people,
  prepositions,
  roles,
  subordinators,
  titles,
} from './lexicon.ts'
import { auxiliaries } from './lexicon.ts'

/** True when the word can be part of a name: a capital, and not only because it begins the sentence. */
export function isNameWord(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.capital && !notNames.has(token.lower)
}

const particles = new Set(['de', 'da', 'di', 'du', 'van', 'von', 'der', 'den', 'bin', 'al', 'el', 'la', 'le', 'ter'])

/** A personal pronoun, alone or with its verb: "he", "she’s", "they’d". */
export function isPersonal(token: Token): boolean {
  return people.has(token.lower.replace(/'(?:s|d|ll|re|ve|m)$/u, ''))
}

/** True when a phrase cannot reach over this token. */
function isWall(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== 'word') return true
  if (token.lower === 'who' || token.lower === 'which') return true
  return auxiliaries.has(token.lower) || (subordinators.has(token.lower) && token.lower !== 'and')
}

/** The noun phrase that ends with the token `end`, not reaching before `floor`; null when there is none. */
export function phraseEndingAt(tokens: readonly Token[], end: number, floor: number): TokenRange | null {
  const head = tokens[end]
  if (head === undefined || head.kind !== 'word') return null
  if (isPersonal(head)) return { first: end, last: end }
  if (isWall(head) || prepositions.has(head.lower)) return null
  let first = end
  for (let at = end - 1; at >= floor && end - at < 14; at -= 1) {
    const token = tokens[at]
    if (token === undefined || isWall(token)) break
    if (token.lower === 'and' && !(isNameWord(tokens[at + 1]) && isNameWord(tokens[at - 1]))) break
    if (cueForms.get(token.lower) === 'finite' && at > floor && !roles.has(token.lower)) break
    // "turned to the police": a verb before the preposition is no part of the phrase.
    if (joiners.has(tokens[at + 1]?.lower ?? '') && /(?:ed|ing)$/u.test(token.lower) && !token.capital) break
    if (isPersonal(token)) break
    first = at
  }
  return trimmed(tokens, first, end)
}

/** Drops what does not belong to the phrase at its left end: a preposition with its own object, an adverb. */
function trimmed(tokens: readonly Token[], first: number, last: number): TokenRange {
  const opener = tokens[first]
  if (opener !== undefined && (prepositions.has(opener.lower) || opener.lower === 'and')) {
    // "In Geneva Ms Roth said": the subject is the last name, or what the last article opens.
    for (let at = last; at > first; at -= 1) {
      const token = tokens[at]
      if (token === undefined) break
      if (determiners.has(token.lower)) return { first: at, last }
      if (isNameWord(tokens[last]) && !isNameWord(token) && !particles.has(token.lower)) return { first: at + 1, last }
    }
    return { first: Math.min(first + 1, last), last }
  }
  let start = first
  while (start < last && isOpener(tokens[start])) start += 1
  return { first: start, last }
}

/** The noun phrase that begins at `start`, not reaching `ceiling`; null when no phrase begins there. */
export function phraseStartingAt(tokens: readonly Token[], start: number, ceiling: number): TokenRange | null {
  const opener = tokens[start]
  if (opener === undefined || opener.kind !== 'word' || start >= ceiling) return null
  if (isPersonal(opener)) return { first: start, last: start }
  const opens =
    isNameWord(opener) || determiners.has(opener.lower) || titles.has(opener.lower) || roles.has(opener.lower)
  if (!opens) return null
  let last = start
  let named = isNameWord(opener)
  for (let at = start + 1; at < ceiling && at - start < 12; at += 1) {
    const token = tokens[at]
    if (token === undefined || isWall(token) || cueForms.get(token.lower) === 'finite') break
    // "Those included": a pronoun that looks like an article.
    if (at === start + 1 && determiners.has(opener.lower) && /ed$/u.test(token.lower)) break
    if (prepositions.has(token.lower) && token.lower !== 'of' && token.lower !== 'for') break
    if (token.lower === 'and' && !isNameWord(tokens[at + 1])) break
    const nameWord = isNameWord(token)
    if (named && !nameWord && !particles.has(token.lower) && !followedByName(tokens, at, ceiling)) break
    named ||= nameWord
    last = at
  }
  return { first: start, last }
}

/** "Green Party candidate Jill Moss": a role between two names keeps the phrase together. */
function followedByName(tokens: readonly Token[], at: number, ceiling: number): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  if (token.lower === 'of' || token.lower === 'for' || token.lower === 'and') return isNameWord(tokens[at + 1])
  for (let next = at; next < Math.min(at + 3, ceiling - 1); next += 1) {
    const word = tokens[next]
    if (word === undefined || word.kind !== 'word') return false
    if ((roles.has(word.lower) || titles.has(word.lower)) && isNameWord(tokens[next + 1])) return true
  }
  return false
}

/** The subject of the main clause of a sentence, guessed without a parser: the first phrase that no preposition or conjunction opens. */
export function mainSubject(tokens: readonly Token[], first: number, last: number): TokenRange | null {
  let start = first
  for (let tries = 0; tries < 4 && start <= last; tries += 1) {
    while (start <= last && isOpener(tokens[start])) start += 1
    const opener = tokens[start]
    if (opener === undefined || start > last) return null
    const subordinate = subordinators.has(opener.lower) || prepositions.has(opener.lower)
    if (!subordinate && !/(?:ing|ed)$/u.test(opener.lower)) {
      const phrase = phraseStartingAt(tokens, start, last + 1)
      if (phrase !== null) return phrase
    }
    let comma = start + 1
    while (comma <= last && tokens[comma]?.text !== ',') comma += 1
    if (comma > last) break
    start = comma + 1
  }
  return firstPerson(tokens, first, last)
}

function isOpener(token: Token | undefined): boolean {
  if (token === undefined) return false
  return (
    token.kind !== 'word' ||
    /^(?:but|and|so|yet|or|then|now|still|also|however|instead|meanwhile)$/u.test(token.lower) ||
    /ly$/u.test(token.lower)
  )
}

/** The first name or personal pronoun between two tokens. */
export function firstPerson(tokens: readonly Token[], first: number, last: number): TokenRange | null {
  for (let at = first; at <= last; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'word') continue
    if (/^(?:he|she|they)(?:'|$)/u.test(token.lower)) return { first: at, last: at }
    if (isNameWord(token)) {
      let end = at
      while (end < last && isNameWord(tokens[end + 1])) end += 1
      return { first: at, last: end }
    }
  }
  return null
}
