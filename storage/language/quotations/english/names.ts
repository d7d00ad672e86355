import type { FoundPerson, NamedPerson, Reference, TokenRange } from '../grammar.ts'
import type { Token } from '../tokens.ts'
import { genderOf, roles, titles } from './lexicon.ts'
import { isNameWord } from './phrases.ts'

const bodies =
  /^(?:party|university|institute|department|ministry|committee|council|court|house|senate|congress|street|city|county|state|states|bank|company|corporation|inc|news|times|post|journal|association|federation|union|center|centre|foundation|school|college|church|agency|office|bureau|commission|club|league|group|television|radio|press|act|war|bridge|river|lake|mountain|mount|island|islands|north|south|east|west|new|united|northern|southern|eastern|western)$/u

/** The people that a block names, with the titles that stand before or behind the name. */
export function peopleOf(tokens: readonly Token[]): FoundPerson[] {
  const found: FoundPerson[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    if (!isNameWord(tokens[at])) continue
    let last = at
    while (isNameWord(tokens[last + 1]) && tokens[last]?.possessive !== true) last += 1
    const person = readName(tokens, at, last)
    const before = tokens[at - 1]
    const begins = before === undefined || before.kind === 'quote' || /^[.?!…:]$/u.test(before.text)
    if (person !== null) found.push({ person, at: last, doubtful: begins && at === last && person.titles.size === 0 })
    at = last
  }
  return found
}

function readName(tokens: readonly Token[], first: number, last: number): NamedPerson | null {
  const own = tokens.slice(first, last + 1)
  const given = new Set<string>()
  // "Belgian Foreign Minister Ana Roth": the name begins behind the last word of the title.
  const title = own.findLastIndex((token, at) => at < own.length - 1 && titles.has(bare(token)))
  const start = title + 1
  own.slice(0, start).forEach((token) => {
    if (titles.has(bare(token))) given.add(bare(token))
  })
  // Roles in lower case right before: "foreign minister Ana Roth".
  for (let before = first - 1; before >= 0 && before >= first - 3; before -= 1) {
    const token = tokens[before]
    if (token === undefined || token.kind !== 'word') break
    if (roles.has(token.lower) || titles.has(token.lower)) given.add(token.lower)
    else if (!token.capital && before === first - 1) break
  }
  // "Ana Roth, the foreign minister,"
  if (tokens[last + 1]?.text === ',') {
    for (let after = last + 2; after < Math.min(tokens.length, last + 9); after += 1) {
      const token = tokens[after]
      if (token === undefined || token.kind !== 'word') break
      if (roles.has(token.lower)) given.add(token.lower)
    }
  }
  const names = own.slice(start)
  const surname = bare(names.at(-1))
  if (surname === '' || bodies.test(surname) || names.some((word) => bodies.test(bare(word)))) return null
  if (names.length === 1 && given.size === 0) return { name: clean(names), surname, titles: given, gender: null }
  const gender = [...given].map(genderOf).find((sex) => sex !== null) ?? null
  return { name: clean(names), surname, titles: given, gender }
}

function clean(names: readonly Token[]): string {
  return names
    .map((token) => token.text)
    .join(' ')
    .replace(/(?:['’]s|['’])$/u, '')
}

function bare(token: Token | undefined): string {
  return (token?.lower ?? '').replace(/'s?$/u, '').replace(/\.$/u, '')
}

/** What a mention refers by: a name, a pronoun, a role. */
export function refer(tokens: readonly Token[], mention: TokenRange, people: readonly FoundPerson[]): Reference {
  const own = tokens.slice(mention.first, mention.last + 1)
  const single = own.length === 1 ? (own[0]?.lower ?? '').replace(/'(?:s|d|ll|re|ve|m)$/u, '') : ''
  if (/^(?:he|his|him)$/u.test(single)) return { kind: 'pronoun', gender: 'he' }
  if (/^(?:she|her|hers)$/u.test(single)) return { kind: 'pronoun', gender: 'she' }
  if (/^(?:who|i)$/u.test(single)) return { kind: 'pronoun', gender: null }
  if (/^(?:they|their|we|it|you)$/u.test(single)) return { kind: 'group' }
  const named = people.filter(({ at }) => at >= mention.first && at <= mention.last)
  const best = named.findLast(({ person }) => person.name.includes(' ')) ?? named.at(-1)
  if (best !== undefined)
    return { kind: 'name', person: best.person, alone: own.length === 1 && !/s$/u.test(best.person.surname) }
  const words = new Set(own.map(bare).filter((word) => roles.has(word) || titles.has(word)))
  return words.size > 0 ? { kind: 'role', titles: words } : { kind: 'group' }
}
