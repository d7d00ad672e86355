import { readDateline } from '../../language/dateline.ts'
import type { LanguageTag } from '../../model/language.ts'
import { datelineSchema } from '../../model/record.ts'
import type { Dateline } from '../../model/record.ts'
import type { ImportWarning } from '../imported-story.ts'
import type { Piece } from './block.ts'

/** Moves the dateline in front of the first paragraph into the record, and says so. */
export function takeDateline(
  pieces: readonly Piece[],
  language: LanguageTag,
): { pieces: Piece[]; dateline: Dateline | null; warnings: ImportWarning[] } {
  const none = { pieces: [...pieces], dateline: null, warnings: [] }
  const at = pieces.findIndex((piece) => piece.kind === 'text' && piece.level === 0)
  const piece = pieces[at]
  if (piece?.kind !== 'text') return none
  const reading = readDateline(piece.text, language)
  if (reading === null || piece.text.length - reading.to < 20) return none
  const dateline = datelineSchema.safeParse({ place: reading.place, date: reading.date }).data
  if (dateline === undefined) return none
  const lead = { ...piece, text: piece.text.slice(reading.to), content: piece.content.cut(reading.to) }
  const message = `The dateline was moved from the text into the story’s record: ${reading.text.trim()}`
  return {
    pieces: pieces.map((other, index) => (index === at ? lead : other)),
    dateline,
    warnings: [{ code: 'dateline_recognised', message }],
  }
}
