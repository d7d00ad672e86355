import { writtenDays } from './dates.ts'
import { spanOf } from './span.ts'
import type { Span } from './span.ts'

/** What a caption says, part by part. A part that is not there is null; nothing is taken away from `text`. */
export interface CaptionReading extends Span {
  /** The agency or place in front of the description, without the dash after it: `UN`, `AFP`. */
  readonly prefix: Span | null
  /** The caption without prefix and credit. */
  readonly description: Span
  readonly place: Span | null
  readonly date: Span | null
  /** The credit at the end, without brackets: `AP Photo/Ana Luk`. */
  readonly credit: Span | null
}

/** Reads the parts of one caption. `language` is a BCP 47 tag. Offsets count from the start of `text`. */
export function readCaption(text: string, language: string): CaptionReading {
  const prefix = prefixOf(text)
  const credit = creditOf(text)
  const from = prefix?.after ?? text.length - text.trimStart().length
  const to = Math.max(from, credit?.before ?? text.trimEnd().length)
  const description = spanOf(text, from, to)
  const date = writtenDays(text, language).findLast((day) => day.from >= from && day.to <= to) ?? null
  return {
    from: 0,
    to: text.length,
    text,
    prefix: prefix?.span ?? null,
    description,
    place: placeOf(text, from, date?.from ?? to),
    date: date === null ? null : spanOf(text, date.from, date.to),
    credit: credit?.span ?? null,
  }
}

const prefixShape =
  /^\s*(?<words>[\p{L}\p{M}][\p{L}\p{M}\p{N}.&'’/]*(?: [\p{L}\p{M}\p{N}.&'’/]+){0,2})\s+(?:-{1,2}|[–—])\s+(?=\S)/u

/**
 * An agency or place in capitals and a dash before the sentence, as agencies put it: `UN - `, `ARMENIA -- `.
 * In mixed case one word only, before a new sentence: `Reuters — The ...`. In scripts without case, two words at most.
 */
function prefixOf(text: string): { span: Span; after: number } | null {
  const match = prefixShape.exec(text)
  const words = match?.groups?.['words']
  if (match === null || words === undefined || words.length > 30) return null
  const cased = words.toLowerCase() !== words.toUpperCase()
  const upper = words === words.toUpperCase()
  const next = text.slice(match[0].length)
  const begins = !/^\p{Ll}/u.test(next)
  const count = words.split(' ').length
  if (cased ? !(begins && (upper || (count === 1 && /^\p{Lu}/u.test(words)))) : count > 2) return null
  const from = match[0].indexOf(words)
  return { span: spanOf(text, from, from + words.length), after: match[0].length }
}

const creditWord = /(?:photo|picture|image|courtesy|handout|pool|via|©|\/|foto|фото|снимок|լուս|լուսանկար|عکس|تصویر)/iu
const agencies = /^(?:AP|AFP|EPA|EFE|DPA|UPI|ANSA|TASS|RIA|IRNA|ISNA|PA|Reuters|Getty|Armenpress|ТАСС|РИА)\b/u

/** `(AP Photo/Ana Luk)`, `Photo: Ana Luk`, `© Ana Luk`, `Ana Luk / AFP` at the end. `before` is where the words before it end. */
function creditOf(text: string): { span: Span; before: number } | null {
  const end = text.trimEnd().length
  const whole = text.slice(0, end)
  const bracket = /[([](?<words>[^()[\]]{2,100})[)\]]\.?$/u.exec(whole)
  const inside = bracket?.groups?.['words']
  if (bracket !== null && inside !== undefined && (creditWord.test(inside) || agencies.test(inside))) {
    const from = bracket.index + 1 + (inside.length - inside.trimStart().length)
    return { span: spanOf(text, from, from + inside.trim().length), before: trimmedEnd(text, bracket.index) }
  }
  const tail =
    /(?:^|[\s.])(?<words>(?:©|\(c\)|(?:Photo|Photograph|Picture|Image|Foto|Фото|Снимок|Լուս(?:անկարը?)?|عکس)(?:\s+by\b|\s*[:՝/]))\s*[^.\n]{2,80})\.?$/iu.exec(
      whole,
    ) ??
    /(?:^|(?<=[\p{L}\p{N}]{2}[.!?։؟»”"])\s+)(?<words>\p{L}(?:(?![\p{L}\p{N}]{2}[.!?]\s)[\p{L}\p{M} .'’-]){1,50}\s?\/\s?[\p{L}\p{M}][\p{L}\p{M} .'’-]{1,40})\.?$/u.exec(
      whole,
    ) ??
    /\s(?<words>\/\s?\p{Lu}[\p{L}\p{M} .'’-]{1,40})$/u.exec(whole)
  const words = tail?.groups?.['words']
  if (tail === null || words === undefined) return null
  const from = tail.index + tail[0].indexOf(words)
  const inner = words.replace(/^\/\s?/u, '')
  const start = from + words.length - inner.length
  return { span: spanOf(text, start, start + inner.trimEnd().length), before: trimmedEnd(text, from) }
}

function trimmedEnd(text: string, at: number): number {
  return text.slice(0, at).trimEnd().length
}

const placeShape =
  /(?:^|[\s,])(?:in|at|near|from|outside|в|во|под|у|در)\s+(?<place>\p{Lu}[\p{L}\p{M}'’.-]+(?:(?:,? | de | of )\p{Lu}[\p{L}\p{M}'’.-]+){0,3}),?\s*(?:on|dated)?\s*$/u

/** The place that stands right before the date or the end: "in New York, September 23". */
function placeOf(text: string, from: number, to: number): Span | null {
  const part = text.slice(from, to).replace(/[.,\s]+$/u, '')
  const match = placeShape.exec(part)
  const place = match?.groups?.['place']
  if (match === null || place === undefined) return null
  const at = from + match.index + match[0].indexOf(place)
  return spanOf(text, at, at + place.length)
}
