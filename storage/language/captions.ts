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
export function readCaption(text: string, _language: string): CaptionReading {
  const whole = { from: 0, to: text.length, text }
  return { ...whole, prefix: null, description: whole, place: null, date: null, credit: null }
}
