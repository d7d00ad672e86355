import type { Mark, Node } from 'prosemirror-model'
import { Fragment } from 'prosemirror-model'
import { schema } from '../../model/schema/index.ts'
import { nodePiece } from '../page/block.ts'
import type { Piece, TextPiece } from '../page/block.ts'
import { attributeOf, elementsOf, inlineTags, isElement, wordless, wordsOf } from './dom.ts'
import type { HtmlElement, HtmlNode, HtmlParent } from './dom.ts'
import { addressOf, figureOf, figureOfImage } from './image.ts'
import { Line, markOf } from './inline.ts'
import { isFurniture, isHidden } from './visibility.ts'

/** What was left out of the page while it was read. */
export interface LeftOut {
  readonly furniture: string[]
  readonly hidden: string[]
  embeds: number
  images: number
}

/** What a format of its own puts into HTML: names that lead to something outside of the text. */
export interface Dialect {
  /** The block that an element stands for, in place of what is inside it; null for an element like any other. */
  blockOf(element: HtmlElement): Node | null
  /** A mark of the words inside an element, or null. */
  markOf(element: HtmlElement): Mark | null
}

const plainHtml: Dialect = { blockOf: () => null, markOf: () => null }

/** Elements nested deeper than this are read as if they stood there: no story needs it, and no page may exhaust the stack. */
const deepest = 200
/** Lists inside lists beyond this depth are read as their words. */
const deepestList = 6

const embeds = new Set(['iframe', 'object', 'embed', 'audio', 'video'])
const saidClasses: readonly (readonly [TextPiece['said'], RegExp])[] = [
  [
    'standfirst',
    /(?:^|[\s_-])(?:standfirst|dek|deck|sub-?head(?:line)?|sub-?title|article-?(?:lead|summary|intro)|lede|summary)(?:$|[\s_-])/iu,
  ],
  ['byline', /(?:^|[\s_-])(?:byline|author(?:s|-name)?)(?:$|[\s_-])/iu],
  ['caption', /(?:^|[\s_-])(?:caption|wp-caption-text|photo-?text)(?:$|[\s_-])/iu],
]

/** Reads the content of a page into pieces, in reading order. Words of different blocks, cells and lines never fuse. */
export class PieceReader {
  readonly pieces: Piece[] = []
  readonly leftOut: LeftOut = { furniture: [], hidden: [], embeds: 0, images: 0 }
  /** The address of the picture of each figure that has one. */
  readonly addresses: Map<Node, string>
  readonly #dialect: Dialect
  readonly #line: Line
  #level = 0
  #said: TextPiece['said'] = null

  constructor(dialect = plainHtml, addresses = new Map<Node, string>()) {
    this.#dialect = dialect
    this.addresses = addresses
    this.#line = new Line((content) => {
      const text = content.textBetween(0, content.size)
      this.pieces.push({ kind: 'text', content, text, level: this.#level, said: this.#said })
    })
  }

  /** Reads everything below `root`. */
  read(root: HtmlParent): Piece[] {
    this.#children(root, [], 0)
    this.#line.end()
    return this.pieces
  }

  #children(parent: HtmlParent, marks: readonly Mark[], depth: number): void {
    for (const child of parent.childNodes) this.#node(child, marks, depth)
  }

  #node(node: HtmlNode, marks: readonly Mark[], depth: number): void {
    if (node.nodeName === '#text' && 'value' in node) {
      this.#line.add(node.value, marks)
      return
    }
    if (!isElement(node) || this.#isLeftOut(node)) return
    if (depth > deepest) {
      this.#line.add(` ${wordsOf(node)} `, marks)
      return
    }
    this.#element(node, marks, depth)
  }

  #isLeftOut(element: HtmlElement): boolean {
    if (embeds.has(element.tagName)) this.leftOut.embeds += 1
    if (wordless.has(element.tagName)) {
      // A removed element still parts the words around it.
      if (!inlineTags.has(element.tagName)) this.#line.add(' ', [])
      return true
    }
    const words = isHidden(element) ? this.leftOut.hidden : isFurniture(element) ? this.leftOut.furniture : null
    if (words === null) return false
    const text = wordsOf(element)
    if (text !== '') words.push(text)
    this.#line.add(' ', [])
    return true
  }

  #element(element: HtmlElement, given: readonly Mark[], depth: number): void {
    const { tagName } = element
    const block = this.#dialect.blockOf(element)
    const own = this.#dialect.markOf(element)
    const marks = own === null ? given : [...given, own]
    if (block !== null) {
      this.#line.end()
      this.pieces.push(nodePiece(block))
    } else if (tagName === 'br') {
      this.#line.lineBreak()
    } else if (tagName === 'wbr') {
      return
    } else if (tagName === 'img') {
      this.#image(element, marks)
    } else if (tagName === 'q') {
      this.#line.add('“', marks)
      this.#children(element, marks, depth + 1)
      this.#line.add('”', marks)
    } else if (inlineTags.has(tagName)) {
      const mark = markOf(element)
      this.#within(saidOf(element), this.#level, () => {
        this.#children(element, mark === null ? marks : [...marks, mark], depth + 1)
      })
    } else this.#block(element, marks, depth)
  }

  #block(element: HtmlElement, marks: readonly Mark[], depth: number): void {
    this.#line.end()
    const { tagName } = element
    const heading = /^h([1-6])$/u.exec(tagName)
    if (tagName === 'hr') this.pieces.push(nodePiece(schema.node('rule')))
    else if (tagName === 'figure') this.#figure(element, depth)
    else if (tagName === 'ul' || tagName === 'ol') this.#settled(this.#list(element, depth, 0))
    else if (tagName === 'blockquote') this.#settled(blockquote(this.#inner(element, depth, marks)))
    else if (tagName === 'tr') this.#row(element, marks, depth)
    else {
      this.#within(saidOf(element), heading === null ? this.#level : Number(heading[1]), () => {
        this.#children(element, marks, depth + 1)
        this.#line.end()
      })
    }
    this.#line.end()
  }

  /** The cells of a row are one line, a gap between each two. */
  #row(row: HtmlElement, marks: readonly Mark[], depth: number): void {
    for (const cell of row.childNodes) {
      if (isElement(cell) && !this.#isLeftOut(cell)) {
        const words = this.#inner(cell, depth)
        words.forEach((piece) => {
          this.#line.add(` ${piece.text} `, marks)
        })
      }
    }
  }

  #within(said: TextPiece['said'], level: number, read: () => void): void {
    const before = { said: this.#said, level: this.#level }
    this.#said = said ?? before.said
    this.#level = level
    read()
    this.#said = before.said
    this.#level = before.level
  }

  #settled(node: Node | null): void {
    if (node !== null) this.pieces.push(nodePiece(node))
  }

  /** The pieces of an element read by itself. */
  #inner(element: HtmlElement, depth: number, marks: readonly Mark[] = []): Piece[] {
    const reader = new PieceReader(this.#dialect, this.addresses)
    reader.#children(element, marks, depth + 1)
    reader.#line.end()
    this.leftOut.furniture.push(...reader.leftOut.furniture)
    this.leftOut.hidden.push(...reader.leftOut.hidden)
    this.leftOut.embeds += reader.leftOut.embeds
    this.leftOut.images += reader.leftOut.images
    return reader.pieces
  }

  #image(image: HtmlElement, marks: readonly Mark[]): void {
    const alt = attributeOf(image, 'alt') ?? ''
    // A picture of an emoji stands for the letter it shows.
    if (/^\p{Extended_Pictographic}[\p{Extended_Pictographic}\p{M}\u200d]*$/u.test(alt)) {
      this.#line.add(alt, marks)
      return
    }
    const figure = figureOfImage(image)
    if (figure === null) {
      this.leftOut.images += 1
      return
    }
    // The paragraph goes on after its picture: no word before and after it is divided from its sentence.
    this.pieces.push(nodePiece(figure))
    this.#noteAddress(figure, image)
  }

  #noteAddress(figure: Node, element: HtmlElement): void {
    const address = addressOf(element)
    if (address !== null) this.addresses.set(figure, address)
  }

  #figure(element: HtmlElement, depth: number): void {
    // A quotation may stand in a figure, with its speaker below.
    const isQuotation = addressOf(element) === null && [...elementsOf(element)].some(isBlockquote)
    const figure = isQuotation ? null : figureOf(element, (caption) => joinedContent(this.#inner(caption, depth)))
    if (figure !== null) {
      this.#settled(figure)
      this.#noteAddress(figure, element)
    } else this.#children(element, [], depth + 1)
  }

  #list(element: HtmlElement, depth: number, level: number): Node | null {
    const items: Node[] = []
    for (const child of element.childNodes) {
      if (!isElement(child) || this.#isLeftOut(child)) continue
      const nested = child.childNodes.filter(
        (node): node is HtmlElement => isElement(node) && isList(node) && level < deepestList,
      )
      const own = {
        ...child,
        childNodes: child.childNodes.filter((node) => !(isElement(node) && nested.includes(node))),
      }
      const paragraphs = this.#inner(own, depth).flatMap((piece) => paragraphsOf(piece))
      const lists = nested.flatMap((list) => this.#list(list, depth + 1, level + 1) ?? [])
      if (paragraphs.length === 0 && lists.length === 0) continue
      items.push(
        schema.node('list_item', null, [
          ...(paragraphs.length > 0 ? paragraphs : [schema.node('paragraph')]),
          ...lists,
        ]),
      )
    }
    if (items.length === 0) return null
    if (element.tagName === 'ul') return schema.node('bullet_list', null, items)
    const start = Number.parseInt(attributeOf(element, 'start') ?? '1', 10)
    return schema.node('ordered_list', { start: start >= 0 && start <= 999_999 ? start : 1 }, items)
  }
}

function isBlockquote(element: HtmlElement): boolean {
  return element.tagName === 'blockquote'
}

function isList(element: HtmlElement): boolean {
  return element.tagName === 'ul' || element.tagName === 'ol'
}

function saidOf(element: HtmlElement): TextPiece['said'] {
  if (attributeOf(element, 'rel') === 'author' || attributeOf(element, 'itemprop') === 'author') return 'byline'
  const names = attributeOf(element, 'class') ?? ''
  return saidClasses.find(([, pattern]) => pattern.test(names))?.[0] ?? null
}

/** The paragraphs of a piece that must stand inside a list or blockquote, where nothing else may. */
function paragraphsOf(piece: Piece): Node[] {
  if (piece.kind === 'text') return [schema.node('paragraph', null, piece.content)]
  if (piece.node.type.name === 'rule') return []
  const found: Node[] = []
  piece.node.descendants((node) => {
    if (!node.isTextblock) return true
    if (node.content.size > 0) found.push(schema.node('paragraph', null, node.content))
    return false
  })
  const alt: unknown = piece.node.attrs['alt']
  if (typeof alt === 'string' && alt !== '') found.push(schema.node('paragraph', null, schema.text(alt)))
  return found
}

function blockquote(pieces: readonly Piece[]): Node | null {
  const content = pieces.flatMap((piece) => {
    const settled = piece.kind === 'node' && /_list$/u.test(piece.node.type.name)
    return settled ? [piece.node] : paragraphsOf(piece)
  })
  return content.length === 0 ? null : schema.node('blockquote', null, content)
}

/** The words of several pieces as one line. */
function joinedContent(pieces: readonly Piece[]): Fragment {
  return pieces
    .flatMap((piece) => paragraphsOf(piece))
    .reduce(
      (all, node, index) =>
        index === 0 ? node.content : all.append(Fragment.from(schema.text(' '))).append(node.content),
      Fragment.empty,
    )
}
