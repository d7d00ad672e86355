import type { Attribution, FoundPerson, Grammar, Reference, Sentence, TokenRange } from '../grammar.ts'
import type { QuotedRun } from '../runs.ts'
import type { Token } from '../tokens.ts'
import type { ClauseLanguage } from './clause-language.ts'

const none: Attribution = { speaker: null, cue: null, evidence: 'none' }
/** A reporting clause is short; further words belong to another one. */
const reach = 14

/** Makes the rules of a language from what `ClauseLanguage` says of it. */
export function clauseGrammar(language: ClauseLanguage): Grammar {
  return new ClauseGrammar(language)
}

class ClauseGrammar implements Grammar {
  readonly abbreviations: ReadonlySet<string>
  readonly #language: ClauseLanguage

  constructor(language: ClauseLanguage) {
    this.#language = language
    this.abbreviations = language.abbreviations
  }

  /** «Words, — said Roth. — Words» is two runs with the clause between them. */
  split(block: string, run: QuotedRun): QuotedRun[] {
    const { inside } = this.#language
    if (inside === null) return [run]
    const words = block.slice(run.from, run.to)
    for (const open of words.matchAll(inside)) {
      const start = open.index + open[0].length
      const close = /[.,։]\s*[—–-]\s*(?=\S)|$/u.exec(words.slice(start))
      const clause = words.slice(start, start + (close?.index ?? 0))
      const list = clause.match(/[\p{L}\p{M}-]+/gu) ?? []
      if (
        list.length === 0 ||
        list.length > reach ||
        !list.slice(0, 4).some((word) => this.#language.cue.test(word.toLowerCase()))
      )
        continue
      const stop = run.from + open.index + (open[0].startsWith(',') || open[0].startsWith('՝') ? 0 : 1)
      const first = { ...run, to: stop, outerTo: stop, closed: true }
      const next = run.from + start + (close?.index ?? 0) + (close?.[0].length ?? 0)
      if (close === null || close[0] === '' || next >= run.to) return stop > run.from ? [first] : [run]
      return [first, ...this.split(block, { ...run, from: next, outerFrom: next })]
    }
    return [run]
  }

  goesOn(tokens: readonly Token[], next: number): boolean {
    return this.#cueWithin(tokens, next, next + 3) !== null
  }

  attribute(tokens: readonly Token[], sentence: Sentence, at: number): Attribution {
    return (
      this.#after(tokens, sentence, at) ??
      this.#before(tokens, sentence, at) ??
      this.#accordingTo(tokens, sentence) ??
      none
    )
  }

  topic(tokens: readonly Token[], sentence: Sentence): Attribution {
    for (let at = sentence.last; at >= sentence.first; at -= 1) {
      const cue = this.#cueAt(tokens, at)
      if (cue === null) continue
      const speaker =
        this.#ahead(tokens, sentence.first, cue.first - 1) ?? this.#behind(tokens, cue.last + 1, sentence.last)
      if (speaker !== null) return { speaker, cue, evidence: 'clause' }
    }
    const speaker = this.#ahead(tokens, sentence.first, Math.min(sentence.last, sentence.first + 6))
    return speaker === null ? none : { speaker, cue: null, evidence: 'subject' }
  }

  notSpeech(tokens: readonly Token[], at: number, words: string, attribution: Attribution): boolean {
    const list = words.match(/[\p{L}\p{M}\p{N}‌'’-]+/gu) ?? []
    if (list.length === 0) return true
    if (attribution.evidence === 'clause' || list.length > 4 || /[.!?…։؟]$/u.test(words)) return false
    // «Синий якорь» behind a noun: a name, not a statement, as long as nobody is said to say it.
    return tokens.some((token) => token.kind === 'word') && tokens[at - 1]?.text !== ':'
  }

  people(tokens: readonly Token[]): FoundPerson[] {
    if (!this.#language.cased) return []
    const found: FoundPerson[] = []
    for (let at = 0; at < tokens.length; at += 1) {
      if (!this.#isName(tokens[at])) continue
      const name = this.#nameFrom(tokens, at)
      if (name === null) continue
      const before = tokens[at - 1]
      const begins = before === undefined || before.kind === 'quote' || /^[.?!…։:]$/u.test(before.text)
      found.push({ person: this.#person(tokens, name), at: name.last, doubtful: begins && name.first === name.last })
      at = name.last
    }
    return found
  }

  refer(tokens: readonly Token[], mention: TokenRange): Reference {
    const own = tokens.slice(mention.first, mention.last + 1)
    const pronoun = own.length === 1 ? this.#language.pronouns.get(own[0]?.lower ?? '') : undefined
    if (pronoun === 'group') return { kind: 'group' }
    if (pronoun !== undefined) return { kind: 'pronoun', gender: pronoun === 'anyone' ? null : pronoun }
    const name = this.#nameIn(tokens, mention)
    if (name !== null) return { kind: 'name', person: this.#person(tokens, name), alone: true }
    const titles = new Set(own.map(({ lower }) => lower).filter((word) => this.#language.roles.has(word)))
    return titles.size > 0 ? { kind: 'role', titles } : { kind: 'group' }
  }

  #nameIn(tokens: readonly Token[], mention: TokenRange): TokenRange | null {
    if (!this.#language.cased) return mention
    let last = mention.last
    while (last >= mention.first && !this.#isName(tokens[last])) last -= 1
    if (last < mention.first) return null
    let first = last
    while (first > mention.first && this.#isName(tokens[first - 1])) first -= 1
    return { first, last }
  }

  #person(tokens: readonly Token[], { first, last }: TokenRange): FoundPerson['person'] {
    const titles = new Set<string>()
    let start = first
    while (this.#language.cased && start < last && this.#language.roles.has(tokens[start]?.lower ?? '')) {
      titles.add(tokens[start]?.lower ?? '')
      start += 1
    }
    const words = tokens.slice(start, last + 1).map(({ text }) => text)
    const name = this.#language.bareName(words.join(' '))
    for (let at = first - 1; at >= Math.max(0, first - 3); at -= 1) {
      const word = tokens[at]?.lower ?? ''
      if (this.#language.roles.has(word)) titles.add(word)
    }
    return { name, surname: (name.split(' ').at(-1) ?? name).toLowerCase(), titles, gender: null }
  }

  #isName(token: Token | undefined): boolean {
    return (
      token?.kind === 'word' &&
      token.capital &&
      !this.#language.stops.has(token.lower) &&
      !this.#language.pronouns.has(token.lower)
    )
  }

  #cueAt(tokens: readonly Token[], at: number): TokenRange | null {
    const token = tokens[at]
    if (token?.kind !== 'word') return null
    if (this.#language.cue.test(token.lower)) return { first: at, last: at }
    const pair = this.#language.cueNoun
    const next = tokens[at + 1]
    if (pair === null || next === undefined) return null
    return pair.noun.test(token.lower) && pair.verb.test(next.lower) ? { first: at, last: at + 1 } : null
  }

  #cueWithin(tokens: readonly Token[], from: number, to: number): TokenRange | null {
    for (let at = from; at <= to && at < tokens.length; at += 1) {
      if (tokens[at]?.kind === 'quote') return null
      const cue = this.#cueAt(tokens, at)
      if (cue !== null) return cue
    }
    return null
  }

  #after(tokens: readonly Token[], sentence: Sentence, at: number): Attribution | null {
    let start = at + 1
    while (start <= sentence.last && tokens[start]?.kind === 'punctuation') start += 1
    const cue = this.#cueWithin(tokens, start, Math.min(sentence.last, start + 7))
    if (cue === null) return null
    // Persian and Armenian put the verb last: "the head of the council the decision «...» called".
    const marked = start > at + 1
    const between = this.#ahead(tokens, start, cue.first - 1)
    const behind = this.#behind(tokens, cue.last + 1, Math.min(sentence.last, cue.last + reach))
    const speaker = between ?? (marked ? behind : null) ?? this.#ahead(tokens, sentence.first, at - 1) ?? behind
    return speaker === null ? null : { speaker, cue, evidence: 'clause' }
  }

  #before(tokens: readonly Token[], sentence: Sentence, at: number): Attribution | null {
    for (let index = at - 1; index >= sentence.first; index -= 1) {
      const cue = this.#cueAt(tokens, index)
      if (cue === null) continue
      const speaker = this.#ahead(tokens, sentence.first, cue.first - 1) ?? this.#behind(tokens, cue.last + 1, at - 1)
      if (speaker !== null) return { speaker, cue, evidence: 'clause' }
    }
    return null
  }

  #accordingTo(tokens: readonly Token[], sentence: Sentence): Attribution | null {
    for (let at = sentence.first; at < sentence.last; at += 1) {
      const owned = this.#language.accordingTo.find(
        ([first, second]) => second !== undefined && tokens[at]?.lower === first && tokens[at + 2]?.lower === second,
      )
      const pronoun = tokens[at + 1]
      // "по его словам": in his words.
      if (owned !== undefined && pronoun !== undefined && this.#isPronoun(pronoun)) {
        return { speaker: { first: at + 1, last: at + 1 }, cue: { first: at, last: at + 2 }, evidence: 'clause' }
      }
      const words = this.#language.accordingTo.find((list) =>
        list.every((word, index) => tokens[at + index]?.lower === word),
      )
      if (words === undefined) continue
      const from = at + words.length
      const speaker = this.#phraseFrom(tokens, from, Math.min(sentence.last, from + 5))
      if (speaker !== null) return { speaker, cue: { first: at, last: from - 1 }, evidence: 'clause' }
    }
    return null
  }

  /** Whoever stands between `from` and the verb: the last name or pronoun before it, else the first phrase. */
  #ahead(tokens: readonly Token[], from: number, to: number): TokenRange | null {
    if (!this.#language.cased) return this.#phraseFrom(tokens, this.#pastOpeners(tokens, from, to), to)
    for (let at = to; at >= from; at -= 1) {
      const token = tokens[at]
      if (token === undefined || token.kind === 'quote') return null
      if (this.#isPronoun(token)) return { first: at, last: at }
      if (this.#isName(token) && !this.#isObject(tokens, at)) return this.#withRole(tokens, at, from)
    }
    const role = this.#roleWithin(tokens, from, to)
    return role === null ? null : { first: role, last: role }
  }

  /** Whoever stands behind the verb: said on Friday the engineer Davit Oren. */
  #behind(tokens: readonly Token[], from: number, to: number): TokenRange | null {
    if (!this.#language.cased) return this.#phraseFrom(tokens, from, to)
    for (let at = from; at <= to && at < tokens.length; at += 1) {
      const token = tokens[at]
      if (token === undefined || token.kind === 'quote' || /^[.։?!—–]$/u.test(token.text)) break
      if (this.#isPronoun(token)) return { first: at, last: at }
      if (!this.#isName(token)) continue
      const name = this.#nameFrom(tokens, at)
      if (name === null) continue
      return name.first === at ? this.#withRole(tokens, name.last, from) : name
    }
    const role = this.#roleWithin(tokens, from, to)
    return role === null ? null : { first: role, last: role }
  }

  /** The name that begins at `at`. Behind a preposition it is a place, and behind the place a full name may follow at once. */
  #nameFrom(tokens: readonly Token[], at: number): TokenRange | null {
    let last = at
    while (this.#isName(tokens[last + 1])) last += 1
    if (!this.#isObject(tokens, at)) return { first: at, last }
    return last - at >= 2 ? { first: at + 1, last } : null
  }

  #isPronoun(token: Token): boolean {
    return this.#language.pronouns.has(token.lower)
  }

  /** A name behind a preposition is where, or to whom. */
  #isObject(tokens: readonly Token[], at: number): boolean {
    let first = at
    while (this.#isName(tokens[first - 1])) first -= 1
    const before = tokens[first - 1]
    return before?.kind === 'word' && before.lower.length <= 3 && this.#language.stops.has(before.lower)
  }

  /** The whole name that ends at `last`, with the words in front that say what its bearer is. */
  #withRole(tokens: readonly Token[], last: number, floor: number): TokenRange {
    let first = last
    while (first > floor && this.#isName(tokens[first - 1])) first -= 1
    const name = first
    for (let at = first - 1; at >= Math.max(floor, name - 4); at -= 1) {
      const token = tokens[at]
      if (token?.kind !== 'word' || this.#language.stops.has(token.lower)) break
      if (this.#language.roles.has(token.lower)) first = at
    }
    return { first, last }
  }

  #roleWithin(tokens: readonly Token[], from: number, to: number): number | null {
    for (let at = from; at <= to; at += 1) {
      const token = tokens[at]
      if (token === undefined || token.kind === 'quote') return null
      if (this.#language.roles.has(token.lower)) return at
    }
    return null
  }

  #pastOpeners(tokens: readonly Token[], from: number, to: number): number {
    let at = from
    while (
      at <= to &&
      tokens[at] !== undefined &&
      (tokens[at]?.kind === 'punctuation' || this.#language.stops.has(tokens[at]?.lower ?? ''))
    )
      at += 1
    return at
  }

  /** The words from `from` up to a mark, a quoted run or a word that ends a phrase; four at most. */
  #phraseFrom(tokens: readonly Token[], from: number, to: number): TokenRange | null {
    let last = from - 1
    for (let at = from; at <= to && at < from + 4; at += 1) {
      const token = tokens[at]
      if (token?.kind !== 'word' || this.#language.stops.has(token.lower) || this.#cueAt(tokens, at) !== null) break
      last = at
      if (this.#isPronoun(token)) break
    }
    // A direct object runs up to its particle: only what comes before it can be the subject.
    if (this.#language.objectMark !== null && tokens[last + 1]?.lower === this.#language.objectMark)
      last = Math.min(last, from + 1)
    return last < from ? null : { first: from, last }
  }
}
