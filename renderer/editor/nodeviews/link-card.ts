import type { Node } from 'prosemirror-model'
import type { NodeView } from 'prosemirror-view'

/** A link on a line of its own: its title, what it says, and where it leads. */
export class LinkCardView implements NodeView {
  readonly dom: HTMLElement

  constructor(node: Node) {
    this.dom = document.createElement('div')
    this.dom.className = 'sheet-card'
    const address = String(node.attrs['href'])
    const title = String(node.attrs['title'])
    this.dom.append(line('sheet-card__title', title === '' ? address : title))
    const description = String(node.attrs['description'])
    if (description !== '') this.dom.append(line('sheet-card__words', description))
    this.dom.append(line('sheet-card__address', hostOf(address)))
  }
}

function line(name: string, words: string): HTMLElement {
  const element = document.createElement('div')
  element.className = name
  element.dir = 'auto'
  element.textContent = words
  return element
}

function hostOf(address: string): string {
  return new URL(address).host || address
}
