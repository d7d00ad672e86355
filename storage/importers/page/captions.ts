import { readCaption } from '../../language/captions.ts'
import { findCaptions } from '../../language/find-captions.ts'
import type { LanguageTag } from '../../model/language.ts'
import { schema } from '../../model/schema/index.ts'
import type { ImportWarning } from '../imported-story.ts'
import { nodePiece } from './block.ts'
import type { Piece } from './block.ts'

/**
 * Makes a figure without a photo of every caption that the page's text has left behind. Where the description stands twice,
 * the first is the alt text and the second the caption; both are kept as brought, so that the checks can speak of it.
 */
export function takeCaptions(
  pieces: readonly Piece[],
  language: LanguageTag,
): { pieces: Piece[]; warnings: ImportWarning[] } {
  const texts = pieces.map((piece) => (piece.kind === 'text' && piece.level === 0 ? piece.text : ''))
  const found = new Map(findCaptions(texts, language).map((caption) => [caption.block, caption]))
  const repeated = new Set([...found.values()].flatMap(({ repeats }) => (repeats === null ? [] : [repeats])))
  const warnings: ImportWarning[] = []
  const left = pieces.flatMap((piece, at): Piece[] => {
    if (repeated.has(at)) return []
    const caption = found.get(at)
    const said = piece.kind === 'text' && piece.said === 'caption'
    if (piece.kind !== 'text' || (caption === undefined && !said)) return [piece]
    const repeats = caption?.repeats ?? null
    const alt = repeats === null ? null : (pieces[repeats]?.text ?? null)
    warnings.push(...remarks(piece.text, alt, language))
    return [nodePiece(schema.node('figure', { alt }, schema.node('caption', null, piece.content)))]
  })
  return { pieces: left, warnings }
}

function remarks(text: string, alt: string | null, language: LanguageTag): ImportWarning[] {
  const reading = readCaption(text, language)
  const said: ImportWarning[] = [
    {
      code: 'figure_without_photo',
      message: `A caption came without its photo. Add the photo, or remove the figure: ${text}`,
    },
  ]
  if (alt !== null) {
    const message = `The text of a photo stood on the page twice. It was taken once, as the caption; the other is its alt text: ${alt}`
    said.push({ code: 'caption_repeated', message })
  }
  if (reading.prefix !== null) {
    const message = `The caption begins with an agency’s or place’s prefix: ${reading.prefix.text}. It was left in; the checks offer to remove it.`
    said.push({ code: 'caption_prefix', message })
  }
  return said
}
