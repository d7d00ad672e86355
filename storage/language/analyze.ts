import type { LanguageTag } from '../model/language.ts'
import { detectLanguage } from './detect-language.ts'
import { readCaption } from './captions.ts'
import type { CaptionReading } from './captions.ts'
import { readDateline } from './dateline.ts'
import type { DatelineReading } from './dateline.ts'
import { findCaptions } from './find-captions.ts'
import { paragraphs } from './paragraphs.ts'
import { detectQuotations } from './quotations/detect.ts'
import type { BlockSpan } from './quotations/found.ts'
import type { Span } from './span.ts'

/** A quotation of the text: `from` and `to` are the words between the marks. */
export interface DetectedQuote extends Span {
  readonly kind: 'direct' | 'partial'
  readonly speaker: (Span & { readonly name: string | null }) | null
  readonly cue: Span | null
  readonly confidence: number
  /** Runs of one statement share this number. */
  readonly statement: number
}

/** What `galley analyze` prints. Offsets are UTF-16 code units of the text as it was given. */
export interface Analysis {
  readonly language: LanguageTag
  readonly quotes: readonly DetectedQuote[]
  readonly captions: readonly CaptionReading[]
  readonly dateline: DatelineReading | null
}

/** Analyses plain text, paragraphs divided by blank lines or line ends. Detects the language when none is given. Never throws. */
export function analyzeText(text: string, language: LanguageTag | null): Analysis {
  const tag = language ?? detectLanguage(text)
  const blocks = paragraphs(text)
  const shift = <T extends BlockSpan>({ block, ...span }: T): Omit<T, 'block'> => {
    const by = blocks[block]?.from ?? 0
    return { ...span, from: span.from + by, to: span.to + by }
  }
  const quotes = detectQuotations(
    blocks.map((block) => block.text),
    tag,
  ).map(({ kind, speaker, cue, confidence, statement, ...rest }) => {
    const { from, to, text: words } = shift(rest)
    return {
      kind,
      from,
      to,
      text: words,
      speaker: speaker === null ? null : shift(speaker),
      cue: cue === null ? null : shift(cue),
      confidence,
      statement,
    }
  })
  const texts = blocks.map((block) => block.text)
  const found = findCaptions(texts, tag)
  const captions = found.flatMap(({ block }) => {
    const at = blocks[block]
    return at === undefined ? [] : [shiftCaption(readCaption(at.text, tag), at.from)]
  })
  const inCaption = new Set(found.flatMap(({ block, repeats }) => (repeats === null ? [block] : [block, repeats])))
  const dateline = blocks
    .slice(0, headLength)
    .filter((block, index) => !inCaption.has(index) && block.text.length > shortestLead)
    .map((block) => {
      const reading = readDateline(block.text, tag)
      return reading === null ? null : { ...reading, ...shiftSpan(reading, block.from) }
    })
    .find((reading) => reading !== null)
  return { language: tag, quotes, captions, dateline: dateline ?? null }
}

/** A dateline stands in front of the lead, so among the first blocks, and before a sentence of some length. */
const headLength = 12
const shortestLead = 60

function shiftSpan({ from, to, text }: Span, by: number): Span {
  return { from: from + by, to: to + by, text }
}

function shiftCaption(reading: CaptionReading, by: number): CaptionReading {
  const shifted = (span: Span | null): Span | null => (span === null ? null : shiftSpan(span, by))
  return {
    ...shiftSpan(reading, by),
    prefix: shifted(reading.prefix),
    description: shiftSpan(reading.description, by),
    place: shifted(reading.place),
    date: shifted(reading.date),
    credit: shifted(reading.credit),
  }
}
