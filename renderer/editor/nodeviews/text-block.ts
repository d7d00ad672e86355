import type { Node } from 'prosemirror-model'
import type { NodeView, NodeViewConstructor } from 'prosemirror-view'

/** Shows a block of text whose direction follows its own first letters. `make` gives its element. */
export function textBlock(make: (node: Node) => HTMLElement): NodeViewConstructor {
  return (node) => new TextBlockView(node, make(node))
}

class TextBlockView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  #node: Node

  constructor(node: Node, element: HTMLElement) {
    this.dom = this.contentDOM = element
    this.dom.dir = 'auto'
    this.#node = node
  }

  update(node: Node): boolean {
    if (!node.hasMarkup(this.#node.type, this.#node.attrs)) return false
    this.#node = node
    return true
  }
}
