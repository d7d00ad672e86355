import { parseFragment } from 'parse5'
import type { Mark, Node } from 'prosemirror-model'
import { schema } from '../../model/schema/index.ts'
import { attributeOf, elementsOf, wordsOf } from '../html/dom.ts'
import type { HtmlElement, HtmlParent } from '../html/dom.ts'
import { PieceReader } from '../html/pieces.ts'
import { textPiece } from '../page/block.ts'
import type { Piece } from '../page/block.ts'
import type { NinjsItem, NinjsText } from './ninjs-item.ts'

/** What the names in a body's HTML stand for. */
export interface Associated {
  readonly figures: ReadonlyMap<string, Node>
  readonly quotations: ReadonlyMap<string, Mark>
}

/** The body of an item in reading order. HTML tells more than plain text and is taken where there is any. */
export function bodyOf({ bodies, descriptions }: NinjsItem, associated: Associated): Piece[] {
  const main = bodies.filter(({ role }) => role === 'main' || role === '')
  // Some systems send a short item's text among its descriptions.
  const others = bodies.length > 0 ? bodies : descriptions.filter(({ role }) => role === 'text')
  const all = main.length > 0 ? main : others
  const html = all.find(isHtml)
  if (html !== undefined) return piecesOf(html.value, associated)
  const plain = all.find(({ contentType }) => contentType === '' || contentType === 'text/plain')
  const apart = /\n\s*\n/u.test(plain?.value ?? '') ? /\n\s*\n/u : /\n/u
  return (plain?.value ?? '')
    .split(apart)
    .map((line) => clean(line))
    .filter((line) => line !== '')
    .map((line) => textPiece(line))
}

/** A text of an item as one line of words. */
export function lineOf(text: NinjsText | undefined): string {
  if (text === undefined) return ''
  return clean(isHtml(text) ? wordsOf(parseFragment(text.value)) : text.value)
}

function isHtml({ contentType }: NinjsText): boolean {
  return /html/iu.test(contentType)
}

function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

function piecesOf(html: string, { figures, quotations }: Associated): Piece[] {
  const body = parseFragment(html)
  withoutSpeakers(body)
  const reader = new PieceReader({
    blockOf: (element) => figures.get(nameIn(element)) ?? null,
    markOf: (element) => quotations.get(nameIn(element)) ?? null,
  })
  return reader.read(body)
}

function nameIn(element: HtmlElement): string {
  return attributeOf(element, 'data-assoc') ?? attributeOf(element, 'data-assoc-ref') ?? ''
}

/** Who said a quotation is in its entry; the line below it would come in as a paragraph of the story. */
function withoutSpeakers(body: HtmlParent): void {
  for (const figure of elementsOf(body)) {
    if (figure.tagName !== 'figure') continue
    const names = [...elementsOf(figure)].some((each) => each.tagName === 'blockquote' && nameIn(each) !== '')
    if (names) figure.childNodes = figure.childNodes.filter((child) => child.nodeName !== 'figcaption')
  }
}

/** A figure as an association describes it; its picture comes later. */
export function figureOf(caption: string, alt: string | null, credit: string): Node {
  const attributes = {
    alt: alt === null || alt === '' ? null : alt.slice(0, 20_000),
    decorative: alt === '',
    credit: credit === '' ? null : credit.slice(0, 1000),
  }
  return schema.node('figure', attributes, schema.node('caption', null, caption === '' ? [] : [schema.text(caption)]))
}
