import type { Attribution, FoundPerson, Reference, Sentence, TokenRange } from '../grammar.ts'
import type { Token } from '../tokens.ts'
import type { ClauseLanguage } from './clause-language.ts'

const none: Attribution = { speaker: null, cue: null, evidence: 'none' }
const reach = 14
const comma = /^[،,]$/u

/** Who says a run in a language without capitals: the subject stands first, the verb last. */
export class CaselessAttribution {
  readonly #language: ClauseLanguage

  constructor(language: ClauseLanguage) {
    this.#language = language
  }

  attribute(tokens: readonly Token[], sentence: Sentence, at: number): Attribution {
    const after = this.#after(tokens, sentence, at)
    if (after !== null) return after
    const before = this.#before(tokens, sentence, at)
    if (before !== null && before.speaker !== null) return before
    return this.#accordingTo(tokens, sentence) ?? this.#introduced(tokens, sentence, at) ?? before ?? none
  }

  topic(tokens: readonly Token[], sentence: Sentence): Attribution {
    for (let at = sentence.last; at >= sentence.first; at -= 1) {
      const cue = this.cueAt(tokens, at)
      if (cue === null) continue
      const speaker = this.#subject(tokens, sentence.first, cue.first - 1)
      return speaker === null ? none : { speaker, cue, evidence: 'clause' }
    }
    const person = this.people(tokens).find(({ at }) => at >= sentence.first && at <= sentence.first + reach)
    if (person === undefined || person.first > sentence.last) return none
    return { speaker: { first: person.first, last: person.at }, cue: null, evidence: 'subject' }
  }

  cueAt(tokens: readonly Token[], at: number): TokenRange | null {
    const token = tokens[at]
    if (token?.kind !== 'word') return null
    if (this.#language.cue.test(token.lower)) return { first: at, last: at }
    const pair = this.#language.cueNoun
    const next = tokens[at + 1]
    return pair !== null && next !== undefined && pair.noun.test(token.lower) && pair.verb.test(next.lower)
      ? { first: at, last: at + 1 }
      : null
  }

  /** A name with what its bearer is: name, role; role, name; or a form of address and a name. */
  people(tokens: readonly Token[]): (FoundPerson & { first: number })[] {
    const found: (FoundPerson & { first: number })[] = []
    tokens.forEach((token, at) => {
      const before = tokens[at - 1]
      const starts = before === undefined || before.kind !== 'word'
      if (token.kind !== 'word' || !(starts || this.#language.honorifics.has(token.lower))) return
      const name = this.#subject(tokens, at, Math.min(tokens.length - 1, at + reach))
      if (name === null || (!this.#isTitled(tokens, name) && !this.#language.honorifics.has(token.lower))) return
      const reference = this.refer(tokens, name)
      if (reference.kind !== 'name' || reference.person.titles.size === 0) return
      if (found.at(-1)?.at !== name.last)
        found.push({ person: reference.person, at: name.last, first: name.first, doubtful: false })
    })
    return found
  }

  refer(tokens: readonly Token[], mention: TokenRange): Reference {
    const own = tokens.slice(mention.first, mention.last + 1)
    const pronoun = own.length === 1 ? this.#language.pronouns.get(own[0]?.lower ?? '') : undefined
    if (pronoun === 'group') return { kind: 'group' }
    if (pronoun !== undefined) return { kind: 'pronoun', gender: null }
    if (own.length === 1 && this.#language.general.has(own[0]?.lower ?? '')) return { kind: 'pronoun', gender: null }
    const titles = new Set(
      own.map(({ lower }) => this.#language.bareRole(lower)).filter((word) => this.#language.roles.has(word)),
    )
    for (const word of this.#titlesAround(tokens, mention)) titles.add(word)
    const isRole = this.#isRole(own[0])
    const names = own.filter((token, at) => !this.#language.honorifics.has(token.lower) && !(at === 0 && isRole))
    if (names.length === 0) return { kind: 'role', titles }
    const name = names.map(({ text }) => text).join(' ')
    const person = {
      name: isRole ? own.map(({ text }) => text).join(' ') : name,
      surname: this.#language.surnameKey(names.at(-1)?.lower ?? ''),
      titles,
      gender: null,
    }
    return isRole ? { kind: 'roleOrName', person } : { kind: 'name', person, alone: true }
  }

  #isRole(token: Token | undefined): boolean {
    return token?.kind === 'word' && this.#language.roles.has(this.#language.bareRole(token.lower))
  }

  #isTitled(tokens: readonly Token[], name: TokenRange): boolean {
    return this.#titlesAround(tokens, name).length > 0
  }

  #titlesAround(tokens: readonly Token[], name: TokenRange): string[] {
    const titles: string[] = []
    const take = (at: number): void => {
      if (this.#isRole(tokens[at])) titles.push(this.#language.bareRole(tokens[at]?.lower ?? ''))
    }
    if (comma.test(tokens[name.last + 1]?.text ?? '')) {
      for (let at = name.last + 2; at < name.last + 6 && tokens[at]?.kind === 'word'; at += 1) take(at)
    }
    if (comma.test(tokens[name.first - 1]?.text ?? '')) {
      for (let at = name.first - 2; at > name.first - 6 && tokens[at]?.kind === 'word'; at -= 1) take(at)
    }
    return titles
  }

  #after(tokens: readonly Token[], sentence: Sentence, at: number): Attribution | null {
    let start = at + 1
    while (start <= sentence.last && tokens[start]?.kind === 'punctuation') start += 1
    let cue: TokenRange | null = null
    for (let index = start; index <= Math.min(sentence.last, start + 7) && cue === null; index += 1) {
      if (tokens[index]?.kind === 'quote') return null
      cue = this.cueAt(tokens, index)
    }
    if (cue === null) return null
    const between = start > at + 1 ? this.#subject(tokens, start, cue.first - 1) : null
    const speaker =
      between ??
      this.#subject(tokens, sentence.first, at - 1) ??
      this.#phrase(tokens, cue.last + 1, Math.min(sentence.last, cue.last + reach))
    return { speaker, cue, evidence: 'clause' }
  }

  #before(tokens: readonly Token[], sentence: Sentence, at: number): Attribution | null {
    for (let index = at - 1; index >= sentence.first; index -= 1) {
      const cue = this.cueAt(tokens, index)
      if (cue === null) continue
      return { speaker: this.#subject(tokens, sentence.first, cue.first - 1), cue, evidence: 'clause' }
    }
    return null
  }

  #accordingTo(tokens: readonly Token[], sentence: Sentence): Attribution | null {
    for (let at = sentence.first; at < sentence.last; at += 1) {
      const words = this.#language.accordingTo.find((list) =>
        list.every((word, index) => word.test(tokens[at + index]?.lower ?? '')),
      )
      if (words === undefined) continue
      const from = at + words.length
      const speaker = this.#phrase(tokens, from, Math.min(sentence.last, from + 5))
      if (speaker !== null) return { speaker, cue: { first: at, last: from - 1 }, evidence: 'clause' }
    }
    return null
  }

  #introduced(tokens: readonly Token[], sentence: Sentence, at: number): Attribution | null {
    if (tokens[at - 1]?.text !== ':') return null
    const speaker = this.#subject(tokens, sentence.first, at - 2)
    return speaker === null ? null : { speaker, cue: null, evidence: 'clause' }
  }

  /** The first phrase of a clause; the mayor, Ilse Varn, is Ilse Varn. A clause that begins with "and" has the subject before. */
  #subject(tokens: readonly Token[], from: number, to: number): TokenRange | null {
    if (tokens[from]?.lower === 'و') return null
    let at = from
    while (
      at <= to &&
      tokens[at] !== undefined &&
      (tokens[at]?.kind === 'punctuation' || this.#language.stops.has(tokens[at]?.lower ?? ''))
    )
      at += 1
    const first = this.#phrase(tokens, at, to)
    if (first === null || !comma.test(tokens[first.last + 1]?.text ?? '')) return first
    const next = this.#phrase(tokens, first.last + 2, to)
    if (next === null) return first
    const addressed = this.#language.honorifics.has(tokens[next.first]?.lower ?? '')
    const isName =
      this.#isRole(tokens[first.first]) &&
      !this.#isRole(tokens[next.first]) &&
      comma.test(tokens[next.last + 1]?.text ?? '')
    return addressed || isName ? next : first
  }

  /** The words from `from` up to a mark, a quoted run or a word that ends a phrase; four at most. */
  #phrase(tokens: readonly Token[], from: number, to: number): TokenRange | null {
    let last = from - 1
    for (let at = from; at <= to && at < from + 4; at += 1) {
      const token = tokens[at]
      if (token?.kind !== 'word' || this.#language.stops.has(token.lower) || this.cueAt(tokens, at) !== null) break
      last = at
      if (this.#language.pronouns.has(token.lower)) break
    }
    // A direct object runs up to its particle: only what comes before it can be the subject.
    if (this.#language.objectMark !== null && tokens[last + 1]?.lower === this.#language.objectMark)
      last = Math.min(last, from + 1)
    return last < from ? null : { first: from, last }
  }
}
