import { parse } from 'parse5'
import type { Node } from 'prosemirror-model'
import { similarity } from '../../language/similarity.ts'
import { GalleyError } from '../../model/errors.ts'
import { figures } from '../../model/figures.ts'
import { readLanguageTag } from '../../model/language.ts'
import type { LanguageTag } from '../../model/language.ts'
import type { ImportedPhoto, ImportedStory, ImportWarning } from '../imported-story.ts'
import { textPiece } from '../page/block.ts'
import type { Piece } from '../page/block.ts'
import { readPage } from '../page/read-page.ts'
import { attributeOf, elementsOf, wordsOf } from './dom.ts'
import type { HtmlElement, HtmlParent } from './dom.ts'
import { PieceReader } from './pieces.ts'
import type { LeftOut } from './pieces.ts'

/**
 * Makes a story of a page or a fragment of HTML. Only structure and words are taken: no script, style, address of an image
 * or handler comes through. Throws GalleyError `invalid_input` when the page has no text.
 */
export function importHtml(html: string, language: LanguageTag | null): ImportedStory {
  const page = parse(html)
  const root = contentOf(page)
  const reader = new PieceReader()
  const pieces = withHeadline(reader.read(root), page, root)
  if (!pieces.some((piece) => /[\p{L}\p{N}]/u.test(piece.text))) {
    throw new GalleyError('invalid_input', 'There is no text to import on this page. Nothing was added.')
  }
  const said = declaredLanguage(page)
  const story = readPage(pieces, language, said)
  const same = said !== null && story.fields.language === new Intl.Locale(said).language
  const fields = language === null && same ? { ...story.fields, language: said } : story.fields
  const around =
    root === page
      ? []
      : [{ code: 'page_around', message: 'The page around the story was left out: menus, headers, footers.' }]
  return {
    ...story,
    fields,
    warnings: [...around, ...remarks(reader.leftOut), ...story.warnings],
    photos: photosOf(story.document, reader.addresses),
  }
}

/** The photos of the figures that a page shows. A figure keeps its place in memory from the page into the document. */
function photosOf(document: Node, addresses: ReadonlyMap<Node, string>): ImportedPhoto[] {
  return figures(document).flatMap(({ index, node }) => {
    const address = addresses.get(node)
    return address === undefined ? [] : [{ figure: index, media: null, places: [address] }]
  })
}

/** The part of the page that holds the story: the fullest `article` or `main`, when it holds most of what the page says. */
function contentOf(page: HtmlParent): HtmlParent {
  let best: { element: HtmlElement; words: number } | null = null
  for (const element of elementsOf(page)) {
    const isContent =
      element.tagName === 'article' ||
      element.tagName === 'main' ||
      attributeOf(element, 'role') === 'main' ||
      attributeOf(element, 'itemprop') === 'articleBody'
    if (!isContent) continue
    const words = wordsOf(element).length
    if (best === null || words > best.words) best = { element, words }
  }
  return best !== null && best.words > 200 ? best.element : page
}

/** A headline that stands outside the content, or only in the page's title, is put in front. */
function withHeadline(pieces: readonly Piece[], page: HtmlParent, root: HtmlParent): Piece[] {
  const headed = pieces.some((piece) => piece.kind === 'text' && piece.level === 1)
  if (headed) return [...pieces]
  let outside: string | null = null
  let title: string | null = null
  for (const element of elementsOf(page)) {
    if (element.tagName === 'h1' && root !== page) outside ??= wordsOf(element)
    if (element.tagName === 'title' && title === null) title = titleOf(element)
  }
  const headline = outside === null || outside === '' ? title : outside
  const first = pieces.find((piece) => piece.kind === 'text')
  const known = first !== undefined && headline !== null && similarity(first.text, headline) > 0.8
  if (headline === null || headline === '' || known) return [...pieces]
  return [{ ...textPiece(headline), level: 1, said: 'headline' }, ...pieces]
}

/** The title of the page without the name of its site. */
function titleOf(element: HtmlElement): string {
  const text = element.childNodes.map((node) => ('value' in node ? node.value : '')).join('')
  return (
    text
      .toWellFormed()
      .replace(/\s+/gu, ' ')
      .trim()
      .split(/\s(?:[|·»—–]|-)\s/u)[0] ?? ''
  )
}

function declaredLanguage(page: HtmlParent): LanguageTag | null {
  for (const element of elementsOf(page)) {
    if (element.tagName === 'html') return readLanguageTag(attributeOf(element, 'lang') ?? '')
  }
  return null
}

const shown = 400

function remarks(leftOut: LeftOut): ImportWarning[] {
  const warnings: ImportWarning[] = []
  const quote = (texts: readonly string[]): string => {
    const all = texts.join(' · ')
    return all.length > shown ? `${all.slice(0, shown).toWellFormed()} …` : all
  }
  if (leftOut.furniture.length > 0) {
    warnings.push({
      code: 'page_furniture',
      message: `Menus, controls and links of the page were left out: ${quote(leftOut.furniture)}`,
    })
  }
  if (leftOut.hidden.length > 0) {
    warnings.push({
      code: 'hidden_text',
      message: `Text that the page does not show was left out: ${quote(leftOut.hidden)}`,
    })
  }
  if (leftOut.embeds > 0) {
    warnings.push({ code: 'embeds_left_out', message: `Embedded players and frames were left out: ${leftOut.embeds}.` })
  }
  return warnings
}
