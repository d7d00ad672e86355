import type { FoundPerson, NamedPerson, TokenRange } from '../grammar.ts'
import type { Token } from '../tokens.ts'
import type { ClauseLanguage } from './clause-language.ts'

/** How far in front of a name the words that say what its bearer is may begin. */
const roleReach = 7

/** Names and roles of a language whose names begin with capitals. */
export class ClauseNames {
  readonly #language: ClauseLanguage

  constructor(language: ClauseLanguage) {
    this.#language = language
  }

  isPronoun(token: Token | undefined): boolean {
    return token?.kind === 'word' && this.#language.pronouns.has(token.lower)
  }

  isName(token: Token | undefined): boolean {
    return (
      token?.kind === 'word' &&
      token.capital &&
      !this.#language.stops.has(token.lower) &&
      !this.#language.pronouns.has(token.lower) &&
      !this.isRole(token)
    )
  }

  isRole(token: Token | undefined): boolean {
    return token?.kind === 'word' && this.#language.roles.has(this.#language.bareRole(token.lower))
  }

  isStop(token: Token | undefined): boolean {
    return token?.kind !== 'word' || this.#language.stops.has(token.lower)
  }

  /** A sentence begins here, so that a capital says nothing. */
  begins(tokens: readonly Token[], at: number): boolean {
    const before = tokens[at - 1]
    return before === undefined || before.kind === 'quote' || /^[.?!…։:—–]$/u.test(before.text)
  }

  /** The whole name that ends at `last`. */
  nameEnding(tokens: readonly Token[], last: number, floor: number): TokenRange {
    let first = last
    while (first > floor && this.isName(tokens[first - 1])) first -= 1
    return this.#withoutOwner(tokens, { first, last })
  }

  /** The name that begins at `at`. */
  nameFrom(tokens: readonly Token[], at: number): TokenRange {
    let last = at
    while (this.isName(tokens[last + 1])) last += 1
    return this.#withoutOwner(tokens, { first: at, last })
  }

  /** адвокат Мальцева Нина Шац; в Сарвинске Ильзе Варн: the first word is somebody or somewhere else. */
  #withoutOwner(tokens: readonly Token[], { first, last }: TokenRange): TokenRange {
    if (last - first < 2) return { first, last }
    const words = tokens.slice(first, last + 1).map(({ text }) => text)
    const whole = words.slice(1).some((word) => word.includes('.') || this.#language.isPatronymic(word))
    if (whole && words.length <= 3) return { first, last }
    const patronymic = words.findLastIndex((word) => word.includes('.') || this.#language.isPatronymic(word))
    return { first: patronymic > 0 ? Math.max(first, first + patronymic - 1) : last - 1, last }
  }

  /** A name behind a preposition is where, or to whom. */
  isObject(tokens: readonly Token[], name: TokenRange): boolean {
    const before = tokens[name.first - 1]
    return before?.kind === 'word' && this.#language.prepositions.has(before.lower)
  }

  maySpeak(tokens: readonly Token[], name: TokenRange, gender: 'he' | 'she' | null): boolean {
    if (this.isObject(tokens, name)) return false
    if (!this.#language.maySpeak(tokens[name.last]?.text ?? '')) return false
    const own = this.#language.genderOfName(wordsOf(tokens, name))
    return gender === null || own === null || own === gender
  }

  /** The name with the words in front that say what its bearer is, from the first role among them. */
  withRole(tokens: readonly Token[], name: TokenRange, floor: number): TokenRange {
    let { first } = name
    for (let at = name.first - 1; at >= Math.max(floor, name.first - roleReach); at -= 1) {
      const token = tokens[at]
      if (
        token?.kind !== 'word' ||
        (this.#language.stops.has(token.lower) && !this.#language.prepositions.has(token.lower))
      )
        break
      if (this.isRole(token)) first = at
    }
    return { first, last: name.last }
  }

  person(tokens: readonly Token[], name: TokenRange): NamedPerson {
    const text = wordsOf(tokens, name)
    const full = this.#language.bareName(text.join(' '))
    const surname = full.split(' ').at(-1) ?? full
    const before = tokens[name.first - 1]
    const behindPhrase = this.#language.accordingTo.some((list) => list.at(-1)?.test(before?.lower ?? '') === true)
    return {
      name: full,
      surname: this.#language.surnameKey(surname),
      titles: this.#titles(tokens, name),
      gender: this.#language.genderOfName(text),
      oblique: behindPhrase || this.isObject(tokens, name) || !this.#language.maySpeak(text.at(-1) ?? ''),
    }
  }

  /** What stands before the name without a break, and right behind it between commas. */
  #titles(tokens: readonly Token[], name: TokenRange): Set<string> {
    const titles = new Set<string>()
    for (let at = name.first - 1; at >= Math.max(0, name.first - roleReach); at -= 1) {
      const token = tokens[at]
      if (
        token?.kind !== 'word' ||
        (this.#language.stops.has(token.lower) && !this.#language.prepositions.has(token.lower))
      )
        break
      if (this.isRole(token) || at === name.first - 1) titles.add(this.#language.bareRole(token.lower))
    }
    if (tokens[name.last + 1]?.text === ',') {
      for (let at = name.last + 2; at < name.last + 2 + roleReach; at += 1) {
        const token = tokens[at]
        if (token?.kind !== 'word') break
        if (this.isRole(token)) titles.add(this.#language.bareRole(token.lower))
      }
    }
    return titles
  }

  people(tokens: readonly Token[]): FoundPerson[] {
    const found: FoundPerson[] = []
    for (let at = 0; at < tokens.length; at += 1) {
      if (!this.isName(tokens[at])) continue
      let last = at
      while (this.isName(tokens[last + 1])) last += 1
      const name = this.#withoutOwner(tokens, { first: at, last })
      at = last
      const single = name.first === name.last
      const person = this.person(tokens, name)
      const place = this.isObject(tokens, name) && single && person.titles.size === 0
      if (!place) found.push({ person, at: last, doubtful: single && this.begins(tokens, name.first) })
    }
    return found
  }
}

export function wordsOf(tokens: readonly Token[], { first, last }: TokenRange): string[] {
  return tokens.slice(first, last + 1).map(({ text }) => text)
}
