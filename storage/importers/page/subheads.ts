import type { ImportWarning } from '../imported-story.ts'
import type { Piece } from './block.ts'

const ends = /[.!?։۔؟…][”"»’')\]]*$/u

/** A short line without a full stop between two paragraphs of sentences is a subhead that has lost its markup. */
export function markSubheads(pieces: readonly Piece[]): { pieces: Piece[]; warnings: ImportWarning[] } {
  const found: string[] = []
  const marked = pieces.map((piece, at): Piece => {
    if (piece.kind !== 'text' || piece.level > 0 || !isShort(piece.text)) return piece
    if (!isParagraph(pieces[at - 1], 20) || !isParagraph(pieces[at + 1], 60)) return piece
    found.push(piece.text)
    return { ...piece, level: 2 }
  })
  if (found.length === 0) return { pieces: marked, warnings: [] }
  const message = `Short lines between paragraphs were made subheads: ${found.join(' · ')}`
  return { pieces: marked, warnings: [{ code: 'subheads_recognised', message }] }
}

function isShort(text: string): boolean {
  const words = text.split(/\s+/u).length
  return (
    text.length <= 60 &&
    words >= 2 &&
    words <= 8 &&
    !/[.!?։۔؟…,:;—–-]["”»’']?$/u.test(text) &&
    !/^[\p{Ll}“"«„—–-]/u.test(text)
  )
}

function isParagraph(piece: Piece | undefined, least: number): boolean {
  return piece?.kind === 'text' && piece.level === 0 && piece.text.length > least && ends.test(piece.text)
}
