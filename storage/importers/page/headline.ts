import { sentences } from '../../language/sentences.ts'
import type { ImportWarning } from '../imported-story.ts'
import type { Piece } from './block.ts'

interface Headed {
  readonly headline: string
  readonly pieces: Piece[]
  readonly warnings: readonly ImportWarning[]
}

const longestHeadline = 220

/**
 * Finds the headline: what the page calls so, else its first heading, else the first short line before the text.
 * Labels of one or two words above it, such as the section's name, are left out and said. A text that begins at once has none.
 */
export function takeHeadline(pieces: readonly Piece[]): Headed {
  const at = headlineAt(pieces)
  const piece = pieces[at]
  if (piece?.kind !== 'text') {
    const message = 'No headline was found. Write one.'
    return { headline: '', pieces: [...pieces], warnings: [{ code: 'headline_missing', message }] }
  }
  const labels: string[] = []
  const left = pieces.filter((other, index) => {
    if (index === at) return false
    if (index > at || other.kind !== 'text' || !isLabel(other)) return true
    labels.push(other.text)
    return false
  })
  const warnings =
    labels.length === 0
      ? []
      : [{ code: 'page_labels', message: `Labels above the headline were left out: ${labels.join(' · ')}` }]
  return { headline: piece.text.replace(/\s+/gu, ' ').trim(), pieces: left, warnings }
}

function headlineAt(pieces: readonly Piece[]): number {
  const said = pieces.findIndex((piece) => piece.kind === 'text' && (piece.said === 'headline' || piece.level === 1))
  if (said >= 0) return said
  const headed = pieces.findIndex((piece) => piece.kind === 'text' && piece.level > 0)
  if (headed >= 0 && headed < 4) return headed
  for (let at = 0; at < Math.min(pieces.length, 5); at += 1) {
    const piece = pieces[at]
    if (piece?.kind !== 'text') continue
    if (!canBeHeadline(piece.text)) return -1
    const next = pieces[at + 1]
    // A word or two with a fuller line behind it is the section's name, not the headline.
    if (
      isLabel(piece) &&
      next?.kind === 'text' &&
      canBeHeadline(next.text) &&
      !isLabel(next) &&
      !/[.։۔]$/u.test(next.text)
    )
      continue
    return at
  }
  return -1
}

function canBeHeadline(text: string): boolean {
  return text.length <= longestHeadline && sentences(text, 'en').length <= 2 && /[\p{L}\p{N}]/u.test(text)
}

function isLabel(piece: Piece): boolean {
  return (
    piece.kind === 'text' &&
    piece.level === 0 &&
    piece.text.trim().split(/\s+/u).length <= 2 &&
    !/[.!?։۔؟]$/u.test(piece.text)
  )
}
