import type { Attribution, Sentence, TokenRange } from '../grammar.ts'
import type { Token } from '../tokens.ts'
import type { ClauseLanguage } from './clause-language.ts'
import type { ClauseNames } from './clause-names.ts'

const none: Attribution = { speaker: null, cue: null, evidence: 'none' }
/** A reporting clause is short; further words belong to another one. */
const reach = 16
const dash = /^[—–-]+$/u
const stop = /^[.։?!—–]$/u

/** Who says a run in a language whose names begin with capitals. */
export class CasedAttribution {
  readonly #language: ClauseLanguage
  readonly #names: ClauseNames

  constructor(language: ClauseLanguage, names: ClauseNames) {
    this.#language = language
    this.#names = names
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
      if (!this.#isCue(tokens[at])) continue
      const cue = { first: at, last: at }
      const speaker =
        this.#ahead(tokens, sentence.first, at - 1, cue) ??
        this.#behind(tokens, at + 1, sentence.last, cue) ??
        this.#language.source(tokens, cue, sentence.first, sentence.last)
      if (speaker !== null) return this.#certain(tokens, { speaker, cue, evidence: 'clause' })
    }
    const speaker = this.#mainSubject(tokens, sentence)
    return speaker === null ? none : this.#certain(tokens, { speaker, cue: null, evidence: 'subject' })
  }

  isCueNear(tokens: readonly Token[], from: number, to: number): boolean {
    return this.#cueWithin(tokens, from, to, false) !== null
  }

  #isCue(token: Token | undefined): boolean {
    return token?.kind === 'word' && this.#language.cue.test(token.lower)
  }

  #isVerb(token: Token | undefined): boolean {
    return token?.kind === 'word' && this.#language.verbBehindDash?.test(token.text) === true
  }

  /** One word that a sentence begins with is a name only if the story knows it. */
  #certain(tokens: readonly Token[], attribution: Attribution): Attribution {
    const { speaker, cue } = attribution
    if (speaker === null || speaker.first !== speaker.last) return attribution
    const isDoubtful =
      this.#names.isName(tokens[speaker.first]) &&
      this.#names.begins(tokens, speaker.first) &&
      cue?.first !== speaker.last + 1
    return isDoubtful ? { ...attribution, doubtful: true } : attribution
  }

  #cueWithin(tokens: readonly Token[], from: number, to: number, anyVerb: boolean): TokenRange | null {
    for (let at = from; at <= to && at < tokens.length; at += 1) {
      const token = tokens[at]
      if (token === undefined || stop.test(token.text)) return null
      if (token.kind === 'quote' && !isNameOfThing(tokens, at)) return null
      if (this.#isCue(token)) return { first: at, last: at }
    }
    if (!anyVerb) return null
    for (let at = from; at <= Math.min(to, from + 6) && at < tokens.length; at += 1) {
      if (tokens[at]?.kind !== 'word') return null
      if (this.#isVerb(tokens[at])) return { first: at, last: at }
    }
    return null
  }

  /** «...», — said Roth; Roth the decision «...» called. */
  #after(tokens: readonly Token[], sentence: Sentence, at: number): Attribution | null {
    let start = at + 1
    let dashed = false
    while (start <= sentence.last && tokens[start]?.kind === 'punctuation') {
      const text = tokens[start]?.text ?? ''
      if (stop.test(text) && !dash.test(text)) return null
      dashed ||= dash.test(text)
      start += 1
    }
    const cue = this.#cueWithin(tokens, start, Math.min(sentence.last, start + (dashed ? reach : 3)), dashed)
    if (cue === null) return null
    const last = Math.min(sentence.last, cue.last + reach)
    const between = this.#ahead(tokens, start, cue.first - 1, cue)
    const behind = this.#behind(tokens, cue.last + 1, last, cue)
    const speaker = dashed
      ? (between ?? behind ?? this.#language.source(tokens, cue, start, last) ?? this.#noun(tokens, cue.last + 1, last))
      : (between ?? this.#ahead(tokens, sentence.first, at - 1, cue) ?? behind)
    return { speaker, cue, evidence: 'clause' }
  }

  /** Roth said: «...». Roth called it «...». */
  #before(tokens: readonly Token[], sentence: Sentence, at: number): Attribution | null {
    let dropped: TokenRange | null = null
    for (let index = at - 1; index >= sentence.first; index -= 1) {
      if (!this.#isCue(tokens[index])) continue
      const cue = { first: index, last: index }
      const speaker =
        this.#ahead(tokens, sentence.first, index - 1, cue) ??
        this.#behind(tokens, index + 1, at - 1, cue) ??
        this.#language.source(tokens, cue, sentence.first, at - 1)
      if (speaker !== null) return this.#certain(tokens, { speaker, cue, evidence: 'clause' })
      dropped ??= cue
    }
    return dropped === null ? null : { speaker: null, cue: dropped, evidence: 'clause' }
  }

  #accordingTo(tokens: readonly Token[], sentence: Sentence): Attribution | null {
    for (let at = sentence.first; at < sentence.last; at += 1) {
      const found = this.#accordingToAt(tokens, sentence, at) ?? this.#behindSpeaker(tokens, sentence, at)
      if (found !== null) return found
    }
    return null
  }

  #accordingToAt(tokens: readonly Token[], sentence: Sentence, at: number): Attribution | null {
    for (const list of this.#language.accordingTo) {
      if (list[0]?.test(tokens[at]?.lower ?? '') !== true) continue
      const pronoun = tokens[at + 1]
      // "по его словам": in his words.
      if (list.length === 2 && this.#names.isPronoun(pronoun) && list[1]?.test(tokens[at + 2]?.lower ?? '') === true) {
        return { speaker: { first: at + 1, last: at + 1 }, cue: { first: at, last: at + 2 }, evidence: 'clause' }
      }
      if (!list.every((word, index) => word.test(tokens[at + index]?.lower ?? ''))) continue
      const from = at + list.length
      const speaker = this.#phrase(tokens, from, sentence.last)
      if (speaker !== null) return { speaker, cue: { first: at, last: from - 1 }, evidence: 'clause' }
    }
    return null
  }

  /** Վարդանյանի խոսքով: by Vardanian’s words. */
  #behindSpeaker(tokens: readonly Token[], sentence: Sentence, at: number): Attribution | null {
    if (this.#language.accordingToBehind?.test(tokens[at]?.lower ?? '') !== true || at === sentence.first) return null
    const word = tokens[at - 1]
    if (word?.kind !== 'word') return null
    const cue = { first: at, last: at }
    if (this.#names.isName(word)) {
      const name = this.#names.nameEnding(tokens, at - 1, sentence.first)
      return { speaker: this.#names.withRole(tokens, name, sentence.first), cue, evidence: 'clause' }
    }
    let first = at - 1
    while (
      !this.#names.isPronoun(word) &&
      first > sentence.first &&
      at - first < 3 &&
      !this.#names.isStop(tokens[first - 1])
    )
      first -= 1
    return { speaker: { first, last: at - 1 }, cue, evidence: 'clause' }
  }

  /** The words from `from` up to a mark or a word that ends a phrase; up to the end of the first name in it. */
  #phrase(tokens: readonly Token[], from: number, to: number): TokenRange | null {
    for (let at = from; at <= to && at < from + 8; at += 1) {
      const token = tokens[at]
      if (token?.kind !== 'word' && token?.kind !== 'quote') break
      if (this.#names.isPronoun(token) || this.#names.isName(token)) {
        return { first: from, last: this.#names.isName(token) ? this.#names.nameFrom(tokens, at).last : at }
      }
      if (this.#language.stops.has(token.lower)) break
    }
    let last = from - 1
    while (last < to && last < from + 3 && !this.#names.isStop(tokens[last + 1])) last += 1
    return last < from ? null : { first: from, last }
  }

  /** Roth does not believe it: «...». With a colon before the words, whoever the sentence is about says them. */
  #introduced(tokens: readonly Token[], sentence: Sentence, at: number): Attribution | null {
    if (tokens[at - 1]?.text !== ':') return null
    const speaker = this.#mainSubject(tokens, { ...sentence, last: at - 1 })
    return speaker === null ? null : this.#certain(tokens, { speaker, cue: null, evidence: 'clause' })
  }

  /** The first name of a sentence that may be its subject; of two close together the full one. */
  #mainSubject(tokens: readonly Token[], sentence: Sentence): TokenRange | null {
    let single: TokenRange | null = null
    for (let at = sentence.first; at <= Math.min(sentence.last, sentence.first + reach); at += 1) {
      if (this.#names.isPronoun(tokens[at]) && single === null) return { first: at, last: at }
      if (!this.#names.isName(tokens[at])) continue
      const name = this.#names.nameFrom(tokens, at)
      if (this.#names.maySpeak(tokens, name, null)) {
        const whole = this.#names.withRole(tokens, name, sentence.first)
        if (name.last > name.first || (this.#names.begins(tokens, at) && tokens[at + 1]?.text !== ',')) return whole
        if (single !== null && at - single.last > 4) return single
        single ??= whole
      }
      at = Math.max(at, name.last)
    }
    return single
  }

  /** Whoever stands before the verb: the nearest name, pronoun or role that may be its subject. */
  #ahead(tokens: readonly Token[], from: number, to: number, cue: TokenRange): TokenRange | null {
    const gender = this.#language.genderOfVerb(tokens[cue.first]?.lower ?? '')
    for (let at = to; at >= from; at -= 1) {
      const token = tokens[at]
      if (token === undefined) return null
      if (token.kind === 'quote') {
        if (isNameOfThing(tokens, at)) continue
        return null
      }
      if (this.#names.isPronoun(token) && this.#isSubject(tokens, at)) return { first: at, last: at }
      if (this.#names.isName(token)) {
        const name = this.#names.nameEnding(tokens, at, from)
        if (this.#names.maySpeak(tokens, name, gender)) return this.#names.withRole(tokens, name, from)
        at = name.first
      } else if (this.#names.isRole(token) && this.#isSubjectRole(tokens, at)) return this.#roleAt(tokens, at)
    }
    return null
  }

  /** Whoever stands behind the verb: said on Friday the engineer Davit Oren. */
  #behind(tokens: readonly Token[], from: number, to: number, cue: TokenRange): TokenRange | null {
    const gender = this.#language.genderOfVerb(tokens[cue.first]?.lower ?? '')
    let role: TokenRange | null = null
    for (let at = from; at <= to && at < tokens.length; at += 1) {
      const token = tokens[at]
      if (token === undefined || stop.test(token.text)) break
      if (token.kind === 'quote') {
        if (isNameOfThing(tokens, at)) continue
        break
      }
      // The clause ends at its comma, unless the role went before and the name comes.
      if (token.text === ',' && role !== null) break
      if (this.#names.isPronoun(token) && this.#isSubject(tokens, at)) return { first: at, last: at }
      if (this.#names.isRole(token)) role ??= this.#roleAt(tokens, at)
      if (!this.#names.isName(token)) continue
      let name = this.#names.nameFrom(tokens, at)
      // Behind a preposition it is a place, and behind the place a full name may follow at once.
      if (this.#names.isObject(tokens, { first: at, last: at })) {
        if (name.first === at) {
          at = name.last
          continue
        }
      } else if (name.first > at && name.last - at < 2) name = { first: at, last: name.last }
      if (this.#names.maySpeak(tokens, name, gender)) return this.#names.withRole(tokens, name, from)
      at = name.last
    }
    return role
  }

  #roleAt(tokens: readonly Token[], at: number): TokenRange {
    let last = at
    while (
      last - at < 3 &&
      tokens[last + 1]?.kind === 'word' &&
      !this.#names.isStop(tokens[last + 1]) &&
      !this.#isCue(tokens[last + 1]) &&
      !this.#isVerb(tokens[last + 1])
    )
      last += 1
    return { first: at, last }
  }

  /** In Armenian a role without its article belongs to the name behind it. */
  #isSubjectRole(tokens: readonly Token[], at: number): boolean {
    const lower = tokens[at]?.lower ?? ''
    return !this.#language.hasArticle || /[ըն]$/u.test(lower)
  }

  /** Pronouns that own something do not speak. */
  #isSubject(tokens: readonly Token[], at: number): boolean {
    return !this.#language.owners.has(tokens[at]?.lower ?? '')
  }

  /** «...», — советует продавец: whatever noun stands right behind the verb. */
  #noun(tokens: readonly Token[], from: number, to: number): TokenRange | null {
    const token = tokens[from]
    if (from > to || token?.kind !== 'word' || this.#names.isStop(token) || this.#isVerb(token)) return null
    return this.#language.maySpeak(token.text) && !/^(?:тихо|громко|.+о|է|են|էր|էին)$/u.test(token.lower)
      ? { first: from, last: from }
      : null
  }
}

/** A short run with a capital between words: «Европа», the name of something in the clause. */
function isNameOfThing(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  return (
    token !== undefined &&
    token.text.length <= 40 &&
    /^.[\p{Lu}\p{N}]/u.test(token.text) &&
    tokens[at + 1]?.text !== ',' &&
    !/[.?!…։]\P{L}*$/u.test(token.text)
  )
}
