import type { Mark, Node } from 'prosemirror-model'
import { Fragment } from 'prosemirror-model'
import { readLinkAddress } from '../../model/schema/address.ts'
import { schema } from '../../model/schema/index.ts'
import { attributeOf } from './dom.ts'
import type { HtmlElement } from './dom.ts'

/** The mark that an element sets on its words, or null. */
export function markOf(element: HtmlElement): Mark | null {
  switch (element.tagName) {
    case 'a': {
      const href = readLinkAddress(attributeOf(element, 'href') ?? '')
      return href === null ? null : schema.mark('link', { href })
    }
    case 'strong':
    case 'b':
      return /font-weight\s*:\s*(?:normal|400)/iu.test(attributeOf(element, 'style') ?? '')
        ? null
        : schema.mark('strong')
    case 'em':
    case 'i':
    case 'cite':
    case 'dfn':
      return schema.mark('em')
    default:
      return null
  }
}

/** Collects the words of one paragraph: white space folded, marks kept, a double line break begins the next paragraph. */
export class Line {
  #nodes: Node[] = []
  #space = false
  #breaks = 0
  readonly #full: (content: Fragment) => void

  /** `full` is handed each paragraph that has words. */
  constructor(full: (content: Fragment) => void) {
    this.#full = full
  }

  add(value: string, marks: readonly Mark[]): void {
    const clean = value
      .toWellFormed()
      .replace(/[\u00ad\u200b\u2060\ufeff]/gu, '')
      .replace(/[\s\p{Cc}]+/gu, ' ')
    if (clean === '') return
    const words = clean.trim()
    if (words === '') {
      this.#space = true
      return
    }
    this.#breaks = 0
    const spaced = (this.#space || clean.startsWith(' ')) && this.#nodes.length > 0
    const set = marks.reduce<readonly Mark[]>((all, mark) => mark.addToSet(all), [])
    if (spaced) this.#push(' ', this.#shared(set))
    this.#push(words, set)
    this.#space = clean.endsWith(' ')
  }

  /** A space between two words belongs to the marks that both have. */
  #shared(next: readonly Mark[]): readonly Mark[] {
    const last = this.#nodes.at(-1)
    return last === undefined ? [] : last.marks.filter((mark) => mark.isInSet(next))
  }

  #push(text: string, marks: readonly Mark[]): void {
    this.#nodes.push(schema.text(text, marks))
  }

  /** A line break parts words; two in a row part paragraphs. */
  lineBreak(): void {
    this.#space = true
    this.#breaks += 1
    if (this.#breaks > 1) this.end()
  }

  end(): void {
    const nodes = this.#nodes
    this.#nodes = []
    this.#space = false
    this.#breaks = 0
    if (nodes.length > 0) this.#full(Fragment.fromArray(joined(nodes)))
  }
}

/** Neighbouring text of the same marks is one text node, as the schema wants it. */
function joined(nodes: readonly Node[]): Node[] {
  const all: Node[] = []
  for (const node of nodes) {
    const last = all.at(-1)
    if (last?.sameMarkup(node) === true)
      all[all.length - 1] = schema.text((last.text ?? '') + (node.text ?? ''), last.marks)
    else all.push(node)
  }
  return all
}
