import type { Day } from '../model/instant.ts'
import type { Span } from './span.ts'

/** The place and day in front of a story's first sentence: `BISHKEK, April 14 — `. The span holds the dash too. */
export interface DatelineReading extends Span {
  readonly place: string
  /** The day as written, or null. */
  readonly day: string | null
  /** The calendar day, when the text gives the year too. */
  readonly date: Day | null
}

/** Reads the dateline that a paragraph begins with, or null. Offsets count from the start of `text`. */
export function readDateline(_text: string, _language: string): DatelineReading | null {
  return null
}
