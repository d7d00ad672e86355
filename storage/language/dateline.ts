import type { Day } from '../model/instant.ts'
import { writtenDays } from './dates.ts'
import { spanOf } from './span.ts'
import type { Span } from './span.ts'

/** The place and day in front of a story's first sentence: `BISHKEK, April 14 — `. The span holds the dash and space too. */
export interface DatelineReading extends Span {
  readonly place: string
  /** The day as written, or null. */
  readonly day: string | null
  /** The calendar day, when the text gives the year too. */
  readonly date: Day | null
}

const shape =
  /^\s*(?<head>[^\n—–]{2,80}?)\s*(?:\((?<agency>[^()\n]{1,30})\))?\s*(?:[—–]|(?<=[\s)])--?)\s+(?=["“«„‘([]?[\p{Lu}\p{Lo}\p{N}])/u
const words = /^[\p{L}\p{M}][\p{L}\p{M}'’.-]*(?:[ ,]+[\p{L}\p{M}][\p{L}\p{M}'’.-]*){0,5}$/u

/**
 * Reads the dateline that a paragraph begins with, or null. The place stands in capitals, or a day or an agency follows it,
 * so that "Roth — a lawyer — left" is none. Offsets count from the start of `text`.
 */
export function readDateline(text: string, language: string): DatelineReading | null {
  const match = shape.exec(text.slice(0, 140))
  const head = match?.groups?.['head']
  if (match === null || head === undefined) return null
  const day = writtenDays(head, language).at(-1)
  const place = head
    .slice(0, day?.from ?? head.length)
    .replace(/[\s,.،]+$/u, '')
    .trim()
  if (!words.test(place) || place.length > 60) return null
  const behind = day === undefined ? '' : head.slice(day.to).replace(/[\s,.،]/gu, '')
  if (behind.length > 20) return null
  const cased = place.toLowerCase() !== place.toUpperCase()
  const firstPart = place.split(',')[0] ?? place
  const capitals = cased && firstPart === firstPart.toUpperCase() && firstPart.length > 2
  const marked = day !== undefined || match.groups?.['agency'] !== undefined
  const titled = cased && place.split(' ').every((word) => /^\p{Lu}/u.test(word))
  const short = place.split(/\s+/u).length <= 2
  const holds = cased ? capitals || (titled && marked) : marked || short
  if (!holds) return null
  return {
    ...spanOf(text, 0, match[0].length),
    place,
    day: day?.text ?? null,
    date: day?.date ?? null,
  }
}
