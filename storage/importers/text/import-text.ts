import { paragraphs } from '../../language/paragraphs.ts'
import { GalleyError } from '../../model/errors.ts'
import type { LanguageTag } from '../../model/language.ts'
import { schema } from '../../model/schema/index.ts'
import type { ImportedStory } from '../imported-story.ts'
import { nodePiece, textPiece } from '../page/block.ts'
import type { Piece } from '../page/block.ts'
import { readPage } from '../page/read-page.ts'

/** Makes a story of plain text: a file, or the text of a copied page. Throws GalleyError `invalid_input` when it is empty. */
export function importText(text: string, language: LanguageTag | null): ImportedStory {
  const lines = paragraphs(clean(text)).map((paragraph) => unwrapped(paragraph.text))
  const pieces = grouped(lines.filter((line) => line !== ''))
  if (pieces.length === 0) {
    throw new GalleyError('invalid_input', 'There is no text to import. Nothing was added.')
  }
  return readPage(pieces, language)
}

/** Control characters and unpaired surrogates are no words; a form feed parts paragraphs. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/^\ufeff/u, '')
    .replace(/\p{Cc}/gu, (control) => ('\n\r\t'.includes(control) ? control : '\f\v'.includes(control) ? '\n' : ' '))
}

/** Joins the lines of a wrapped paragraph. A hyphen at a line's end joins without a space and stays: it may be the word's own. */
function unwrapped(paragraph: string): string {
  return paragraph
    .replace(/(?<=\p{L})-[ \t]*(?:\r\n|[\n\r\u2028\u2029])[ \t]*(?=\p{Ll})/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
}

const bullet = /^[•‣◦▪●*–-]\s+(?=\S)/u
const numbered = /^(\d{1,3})[.)]\s+(?=\S)/u
const ruled = /^(?:(?:\*\s*){3,}|-{3,}|_{3,}|={3,}|(?:⁂|❦|§))$/u

/** Lines of one kind of list belong together; a single dash at a line's start is dialogue, not a list. */
function grouped(lines: readonly string[]): Piece[] {
  const pieces: Piece[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    const shape = [bullet, numbered].find((candidate) => candidate.test(line) && candidate.test(lines[at + 1] ?? ''))
    if (ruled.test(line)) {
      pieces.push(nodePiece(schema.node('rule')))
      continue
    }
    if (shape === undefined) {
      pieces.push(textPiece(line))
      continue
    }
    const first = at
    while (shape.test(lines[at + 1] ?? '')) at += 1
    pieces.push(nodePiece(list(lines.slice(first, at + 1), shape)))
  }
  return pieces
}

function list(lines: readonly string[], shape: RegExp): ReturnType<typeof schema.node> {
  const items = lines.map((line) => {
    const words = line.replace(shape, '')
    return schema.node('list_item', null, schema.node('paragraph', null, schema.text(words)))
  })
  if (shape === bullet) return schema.node('bullet_list', null, items)
  return schema.node('ordered_list', { start: Number(numbered.exec(lines[0] ?? '')?.[1] ?? 1) }, items)
}
