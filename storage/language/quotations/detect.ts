import type { BlockSpan, FoundQuotation, FoundSpeaker } from './found.ts'
import type { Attribution, Evidence, Grammar, TokenRange } from './grammar.ts'
import { grammarOf } from './grammars.ts'
import { People } from './people.ts'
import { near, readBlock } from './read-block.ts'
import type { BlockReading } from './read-block.ts'

/**
 * Finds quotations in the blocks (paragraphs) of a text, in reading order. Linear in the length of the text.
 * `language` is a BCP 47 tag; a language without rules still gets its runs, with no speaker.
 */
export function detectQuotations(blocks: readonly string[], language: string): FoundQuotation[] {
  return quotationDetector(language)(blocks)
}

/** The same for a text that is analysed again and again: a block that did not change is not read again. */
export function quotationDetector(language: string): (blocks: readonly string[]) => FoundQuotation[] {
  const grammar = grammarOf(language)
  let kept = new Map<string, BlockReading>()
  return (blocks) => {
    const readings = blocks.map((text) => kept.get(text) ?? readBlock(text, grammar))
    kept = new Map(readings.map((reading) => [reading.text, reading]))
    return new Linker(readings, grammar).link()
  }
}

/** Who is speaking, for runs that do not say it themselves. */
interface Voice {
  readonly speaker: FoundSpeaker
  readonly cue: BlockSpan | null
}

/** Goes through the blocks in order and gives every run what its own sentence does not tell: speaker, name, statement. */
class Linker {
  readonly #readings: readonly BlockReading[]
  readonly #grammar: Grammar
  readonly #people = new People()
  readonly #found: FoundQuotation[] = []
  #voice: Voice | null = null
  #statement = -1
  /** The last run of the block before was left open: this block goes on with it. */
  #open = false

  constructor(readings: readonly BlockReading[], grammar: Grammar) {
    this.#readings = readings
    this.#grammar = grammar
  }

  link(): FoundQuotation[] {
    this.#readings.forEach((reading, block) => {
      this.#block(reading, block)
    })
    return this.#found
  }

  #block(reading: BlockReading, block: number): void {
    const named = reading.people
    let met = 0
    let run = 0
    const meetUntil = (token: number): void => {
      const first = met
      while ((named[met]?.at ?? token) < token) met += 1
      this.#people.meet(named.slice(first, met))
    }
    let open = false
    reading.sentences.forEach((sentence, index) => {
      meetUntil(sentence.last + 1)
      const before = this.#found.length
      for (let own = reading.own[run]; own !== undefined && own.sentence === index; own = reading.own[run]) {
        open = this.#run(reading, block, run, own.at, own.attribution, sentence.onlyQuotes) || open
        run += 1
      }
      if (this.#found.length === before) {
        const topic = this.#grammar.topic(reading.tokens, near(sentence, sentence.last))
        if (topic.speaker !== null && topic.cue !== null) this.#hear(reading, block, topic)
        else if (topic.speaker !== null && this.#quotesFollow(reading, block, index)) this.#hear(reading, block, topic)
        else if (topic.speaker !== null && this.#grammar.unmarked !== undefined) {
          // The sentence is about somebody known: the next pronoun means them.
          this.#people.resolveKnown(this.#grammar.refer(reading.tokens, topic.speaker, reading.people))
        }
      }
    })
    meetUntil(reading.tokens.length)
    if (reading.text.trim() !== '') this.#open = open
  }

  /** The next sentence, here or in the next block, is nothing but quoted words. */
  #quotesFollow(reading: BlockReading, block: number, sentence: number): boolean {
    const next = reading.sentences[sentence + 1] ?? this.#readings[block + 1]?.sentences[0]
    return next?.onlyQuotes === true
  }

  #hear(reading: BlockReading, block: number, attribution: Attribution): Voice | null {
    if (attribution.speaker === null) return null
    const span = spanIn(reading, block, attribution.speaker)
    const reference = this.#grammar.refer(reading.tokens, attribution.speaker, reading.people)
    const name = attribution.doubtful === true ? this.#people.resolveKnown(reference) : this.#people.resolve(reference)
    if (name === null && attribution.doubtful === true) return this.#voice
    this.#voice = {
      speaker: { ...span, name },
      cue: attribution.cue === null ? null : spanIn(reading, block, attribution.cue),
    }
    return this.#voice
  }

  /** Adds one run, unless it is no speech; true when the block leaves it open. */
  #run(reading: BlockReading, block: number, index: number, at: number, own: Attribution, alone: boolean): boolean {
    const run = reading.runs[index]
    if (run === undefined) return false
    const words = reading.text.slice(run.from, run.to)
    const goesOn = this.#open && index === 0 && reading.text.slice(0, run.outerFrom).trim() === ''
    const isLast = index === reading.runs.length - 1
    if (reading.text[run.outerFrom - 1] === '=') return false
    const follows = run.goesOn === true && this.#found.at(-1)?.block === block
    if (!run.closed && !(isLast && nextOpens(this.#readings, block, run.mark))) return false
    // “(Applause.)” within a transcript: nobody says it, and the statement goes on behind it.
    if (goesOn && /^\([^()]*\)$/u.test(words.trim())) return !run.closed
    // A sentence of nothing but quoted words is speech, unless it is the whole block: then it may be a subhead in marks.
    const whole = reading.runs.length === 1 && reading.tokens.every((token) => token.kind !== 'word')
    if (!goesOn && run.goesOn !== true && (!alone || whole) && this.#grammar.notSpeech(reading.tokens, at, words, own))
      return false
    const before = this.#voice
    const heard = own.speaker !== null && !follows
    const evidence: Evidence = heard ? own.evidence : 'none'
    const voice = heard ? this.#hear(reading, block, own) : before
    const kind = kindOf(reading, run.outerFrom, run.outerTo, words)
    const previous = this.#found.at(-1)
    const joins =
      goesOn ||
      follows ||
      (previous !== undefined &&
        previous.block === block &&
        previous.kind === 'direct' &&
        kind === 'direct' &&
        isReporting(reading, previous, run.outerFrom) &&
        sameVoice(previous.speaker, voice?.speaker ?? null))
    if (!joins) this.#statement += 1
    this.#found.push({
      block,
      from: run.from,
      to: run.to,
      text: words,
      outerFrom: run.outerFrom,
      outerTo: run.outerTo,
      kind,
      speaker: voice?.speaker ?? null,
      cue: own.cue === null ? null : spanIn(reading, block, own.cue),
      confidence: confidence(evidence === 'none' && voice !== null ? 'carried' : evidence, kind, words),
      statement: this.#statement,
    })
    if (goesOn && heard && voice !== null) this.#giveToWhole(voice.speaker)
    return !run.closed
  }

  /** A statement over several paragraphs names its speaker at its end: all of it is theirs. */
  #giveToWhole(speaker: FoundSpeaker): void {
    for (let at = this.#found.length - 1; at >= 0; at -= 1) {
      const found = this.#found[at]
      if (found === undefined || found.statement !== this.#statement) return
      if (found.cue === null) this.#found[at] = { ...found, speaker }
    }
  }
}

function spanIn(reading: BlockReading, block: number, range: TokenRange): BlockSpan {
  const from = reading.tokens[range.first]?.from ?? 0
  const to = reading.tokens[range.last]?.to ?? from
  return { block, from, to, text: reading.text.slice(from, to) }
}

/** The next block that says anything begins with the mark that was left open. */
function nextOpens(readings: readonly BlockReading[], block: number, mark: string): boolean {
  const next = readings.slice(block + 1, block + 4).find((reading) => reading.text.trim() !== '')
  return next?.text.trimStart().startsWith(mark) ?? false
}

function sameVoice(a: FoundSpeaker | null, b: FoundSpeaker | null): boolean {
  if (a === null || b === null) return a === b
  if (a.block === b.block && a.from === b.from) return true
  return a.name !== null && a.name === b.name
}

/** Between two runs of one statement stands no more than a reporting clause: no sentence of its own. */
function isReporting(reading: BlockReading, previous: FoundQuotation, to: number): boolean {
  const between = reading.text.slice(previous.outerTo, to).trim()
  return between.length <= 160 && !/[.?!։]\s+(?:\p{Lu}[\p{Ll}\s]|\p{Lo})/u.test(between)
}

/** Direct speech stands as a sentence: it begins as one, and it ends as one or with the comma before its reporting clause. */
function kindOf(reading: BlockReading, from: number, to: number, words: string): 'direct' | 'partial' {
  const first = /[\p{L}\p{N}]/u.exec(words)?.[0] ?? ''
  if (/\p{Ll}/u.test(first)) return 'partial'
  const ends = /[.,?!…։؟—-]["”’»'\])]*$/u.test(words.trimEnd())
  const behind = reading.text.slice(to).trimStart()
  if (ends || /^[,.،։]/u.test(behind))
    return words.trim().split(/\s+/u).length > 1 || /[?!.]$/u.test(words) ? 'direct' : 'partial'
  const ahead = reading.text.slice(0, from).trimEnd()
  return (ahead === '' || /[:,՝`،]$/u.test(ahead)) && words.split(/\s+/u).length > 3 ? 'direct' : 'partial'
}

function confidence(evidence: Evidence, kind: 'direct' | 'partial', words: string): number {
  const base = { clause: 0.95, possessive: 0.75, subject: 0.6, carried: 0.65, none: 0.35 }[evidence]
  const length = words.split(/\s+/u).length
  const doubt = kind === 'direct' ? 0 : length === 1 ? 0.25 : length < 4 ? 0.15 : 0.05
  return Math.round(Math.max(0.1, base - doubt) * 100) / 100
}
