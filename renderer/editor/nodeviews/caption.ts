import type { Node } from 'prosemirror-model'
import type { NodeView } from 'prosemirror-view'
import { t } from '../../i18n/translate.ts'

/** The words of a caption, in line with the credit that its figure sets after them. */
export class CaptionView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement

  constructor(node: Node) {
    this.dom = this.contentDOM = document.createElement('span')
    this.dom.className = 'sheet-figure__words'
    this.dom.dir = 'auto'
    this.dom.dataset['hint'] = t('editor.hint.caption')
    this.update(node)
  }

  update(node: Node): boolean {
    if (node.type.name !== 'caption') return false
    this.dom.classList.toggle('has-hint', node.content.size === 0)
    return true
  }
}
