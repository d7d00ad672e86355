import type { Span } from '../span.ts'

/** A span that lies in one block of the text: `from` and `to` count from the start of that block. */
export interface BlockSpan extends Span {
  /** Index of the block in the list that was analysed. */
  readonly block: number
}

/** The mention that an attribution uses, as written ("he", "the minister"), and whom it stands for in this text. */
export interface FoundSpeaker extends BlockSpan {
  /** The fullest form of the name that this text has given, or null when nobody was named. */
  readonly name: string | null
}

/** Words somebody seems to have said. `from` and `to` are the words between the marks, the marks not among them. */
export interface FoundQuotation extends BlockSpan {
  /** Where the marks stand: `outerFrom` before the opening one, `outerTo` after the closing one. */
  readonly outerFrom: number
  readonly outerTo: number
  readonly kind: 'direct' | 'partial'
  readonly speaker: FoundSpeaker | null
  /** The words that introduce the speech: "said", "according to". */
  readonly cue: BlockSpan | null
  /** From 0 to 1: how sure it is that this is speech by this speaker. */
  readonly confidence: number
  /** Runs of one statement, broken by its reporting clause or a paragraph, share this number. Counts from 0 through the text. */
  readonly statement: number
}
