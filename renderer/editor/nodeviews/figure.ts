import type { Node } from 'prosemirror-model'
import type { EditorView, NodeView, ViewMutationRecord } from 'prosemirror-view'
import { effectiveAlt, effectiveCredit } from '../../../storage/model/figures.ts'
import type { Photo } from '../../../storage/model/photo.ts'
import { figureAttributesSchema } from '../../../storage/model/schema/nodes/figure.ts'
import type { FigureAttributes } from '../../../storage/model/schema/nodes/figure.ts'
import { t } from '../../i18n/translate.ts'
import { choosePhotoFor } from '../commands/photos.ts'
import { removeFigure } from '../commands/figures.ts'
import { openPhotoAt } from '../commands/popovers.ts'
import { contextOf } from '../context.ts'

const shownWidth = 1280

/** A photo in the story: the picture, or a box that asks for one; its caption, edited in place; its credit after it. */
export class FigureView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  readonly #view: EditorView
  readonly #getPos: () => number | undefined
  readonly #picture: HTMLElement
  readonly #caption: HTMLElement
  readonly #forget: () => void
  #node: Node
  #shown = ''

  constructor(node: Node, view: EditorView, getPos: () => number | undefined) {
    this.#node = node
    this.#view = view
    this.#getPos = getPos
    this.dom = document.createElement('figure')
    this.dom.className = 'sheet-figure'
    this.#picture = document.createElement('div')
    this.#picture.className = 'sheet-figure__picture'
    this.#picture.contentEditable = 'false'
    this.#caption = document.createElement('figcaption')
    this.#caption.className = 'sheet-figure__caption'
    this.contentDOM = document.createElement('span')
    this.#caption.append(this.contentDOM)
    this.dom.append(this.#picture, this.#caption)
    this.#forget = contextOf(view.state).photos.photos.subscribe(() => this.#show())
    this.#show()
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false
    this.#node = node
    this.#show()
    return true
  }

  selectNode(): void {
    this.dom.classList.add('is-selected')
  }

  deselectNode(): void {
    this.dom.classList.remove('is-selected')
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof Element && event.target.closest('button') !== null
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    if (mutation.type === 'selection') return false
    return !this.contentDOM.contains(mutation.target)
  }

  destroy(): void {
    this.#forget()
  }

  #show(): void {
    const attributes = figureAttributesSchema.parse(this.#node.attrs)
    const photo = this.#photo(attributes)
    const credit = effectiveCredit(attributes, photo)
    if (credit === '') this.#caption.removeAttribute('data-credit')
    else this.#caption.dataset['credit'] = credit
    this.dom.dataset['layout'] = attributes.layout
    const state = JSON.stringify([attributes, photo?.id])
    if (state === this.#shown) return
    this.#shown = state
    this.#picture.replaceChildren(
      ...(attributes.media === null ? [this.#placeholder()] : [this.#image(attributes, photo)]),
      this.#controls(attributes),
    )
  }

  #photo(attributes: FigureAttributes): Photo | null {
    const shelf = contextOf(this.#view.state).photos
    if (attributes.media === null) return null
    const photo = shelf.photos.get().get(attributes.media) ?? null
    if (photo === null) void shelf.need([attributes.media])
    return photo
  }

  #image(attributes: FigureAttributes, photo: Photo | null): HTMLElement {
    const image = document.createElement('img')
    image.className = 'sheet-figure__image'
    image.src = `media://photo/${attributes.media ?? ''}?w=${shownWidth}`
    image.alt = effectiveAlt(attributes, photo)
    image.draggable = true
    if (photo !== null) {
      image.width = photo.width
      image.height = photo.height
    }
    return image
  }

  #placeholder(): HTMLElement {
    const box = document.createElement('div')
    box.className = 'sheet-figure__empty'
    box.append(this.#button(t('editor.figure.addPicture'), (pos) => choosePhotoFor(this.#view, pos)))
    return box
  }

  #controls(attributes: FigureAttributes): HTMLElement {
    const bar = document.createElement('div')
    bar.className = 'sheet-figure__controls'
    bar.setAttribute('role', 'group')
    bar.setAttribute('aria-label', t('editor.figure.controls'))
    bar.append(
      this.#button(t('editor.figure.details'), (pos) => openPhotoAt(pos)(this.#view.state, this.#view.dispatch)),
      ...(attributes.media === null
        ? []
        : [this.#button(t('editor.figure.replace'), (pos) => choosePhotoFor(this.#view, pos))]),
      this.#button(t('editor.figure.remove'), (pos) => {
        removeFigure(pos)(this.#view.state, this.#view.dispatch)
        this.#view.focus()
      }),
    )
    return bar
  }

  #button(words: string, act: (pos: number) => void): HTMLElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'sheet-figure__button'
    // Keys reach the same acts through the details popover; Tab is to leave the copy.
    button.tabIndex = -1
    button.textContent = words
    button.addEventListener('click', () => {
      const pos = this.#getPos()
      if (pos !== undefined) act(pos)
    })
    return button
  }
}
