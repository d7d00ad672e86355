import type { Mark, Node } from 'prosemirror-model'
import { directionOf } from '../../model/language.ts'
import { entityUri } from '../uris.ts'
import { attributes, escapeHtml } from './escape.ts'

/** The name of a quotation in this story by its id, such as `quote-1`, or null for an id without an entry. */
export type QuotationNames = ReadonlyMap<string, string>

/** The inline content of a textblock as HTML. A mark over neighbouring runs becomes one element. */
export function inlineHtml(block: Node, names: QuotationNames): string {
  let html = ''
  let open: Mark[] = []
  block.forEach((node) => {
    const shared = sharedPrefix(open, node.marks)
    html += closing(open.slice(shared), names)
    html += node.marks
      .slice(shared)
      .map((mark) => opening(mark, names))
      .join('')
    open = [...node.marks]
    html += escapeHtml(node.text ?? '')
  })
  return html + closing(open, names)
}

function sharedPrefix(open: readonly Mark[], marks: readonly Mark[]): number {
  const differs = marks.findIndex((mark, index) => open[index]?.eq(mark) !== true)
  return differs === -1 ? marks.length : differs
}

function closing(marks: readonly Mark[], names: QuotationNames): string {
  return [...marks]
    .reverse()
    .map((mark) => {
      const tag = element(mark, names)?.tag
      return tag === undefined ? '' : `</${tag}>`
    })
    .join('')
}

function opening(mark: Mark, names: QuotationNames): string {
  const found = element(mark, names)
  return found === null ? '' : `<${found.tag}${attributes(found.attributes)}>`
}

/** A quotation is a `span`: its marks are in the text, and a browser would print those of `q` beside them. */
function element(mark: Mark, names: QuotationNames): { tag: string; attributes: Record<string, string> } | null {
  const text = (name: string): string => String(mark.attrs[name])
  switch (mark.type.name) {
    case 'quote': {
      const name = names.get(text('id'))
      return name === undefined ? null : { tag: 'span', attributes: { 'data-assoc': name } }
    }
    case 'link':
      return { tag: 'a', attributes: { href: text('href') } }
    case 'mention':
      return { tag: 'span', attributes: { 'data-entity': entityUri(text('entity')) } }
    case 'lang':
      return { tag: 'span', attributes: { lang: text('code'), dir: directionOf(text('code')) } }
    case 'strong':
    case 'em':
      return { tag: mark.type.name, attributes: {} }
    default:
      return null
  }
}
