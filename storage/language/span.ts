/** A stretch of one text: UTF-16 offsets, `to` exclusive, and the words that stand there. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The span of `text` between two offsets. */
export function spanOf(text: string, from: number, to: number): Span {
  return { from, to, text: text.slice(from, to) }
}
