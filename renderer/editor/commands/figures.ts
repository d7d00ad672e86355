import { closeHistory } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import { TextSelection } from 'prosemirror-state'
import type { Photo } from '../../../storage/model/photo.ts'
import { figureAttributesSchema } from '../../../storage/model/schema/nodes/figure.ts'
import type { FigureAttributes } from '../../../storage/model/schema/nodes/figure.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { bodyStart } from './fields.ts'

/** A figure that shows a photo with the caption that came in its file. Alt text and credit are inherited from it. */
export function figureOf(photo: Photo): Node {
  const words = photo.description.caption.replace(/\s+/gu, ' ').trim()
  const caption = schema.nodes.caption.create(null, words === '' ? null : schema.text(words))
  return schema.nodes.figure.create({ media: photo.id }, caption)
}

/** A figure whose picture has not come yet. */
export function emptyFigure(): Node {
  return schema.nodes.figure.create(null, schema.nodes.caption.create())
}

/**
 * Puts figures into the body: at `pos`, or after the block that the caret is in, or in place of it when it is an
 * empty paragraph. The caret goes to the caption of the last one.
 */
export function insertFigures(state: EditorState, added: readonly Node[], pos?: number): Transaction {
  const transaction = closeHistory(state.tr)
  const place = placeFor(state, pos)
  transaction.replaceWith(place.from, place.to, added)
  const end = place.from + added.reduce((size, node) => size + node.nodeSize, 0)
  if (end === transaction.doc.content.size) transaction.insert(end, schema.nodes.paragraph.create())
  return transaction.setSelection(TextSelection.create(transaction.doc, end - 2)).scrollIntoView()
}

function placeFor(state: EditorState, pos: number | undefined): { from: number; to: number } {
  const start = bodyStart(state)
  const $pos = state.doc.resolve(pos ?? state.selection.head)
  if ($pos.pos < start) return { from: start, to: start }
  if ($pos.depth === 0) return { from: $pos.pos, to: $pos.pos }
  const block = $pos.node(1)
  const isEmpty = block.type === schema.nodes.paragraph && block.content.size === 0
  if (isEmpty) return { from: $pos.before(1), to: $pos.after(1) }
  return { from: $pos.after(1), to: $pos.after(1) }
}

/** Changes what is said of the figure at `pos`. False when there is none. */
export function setFigureAttributes(pos: number, patch: Partial<FigureAttributes>): Command {
  return (state, dispatch) => {
    if (figureAt(state, pos) === null) return false
    dispatch?.(changeAttributes(closeHistory(state.tr), pos, patch))
    return true
  }
}

/** Shows another photo in the figure at `pos`. An empty caption takes the words of the new photo; written ones stay. */
export function replaceFigurePhoto(pos: number, photo: Photo): Command {
  return (state, dispatch) => {
    const figure = figureAt(state, pos)
    if (figure === null) return false
    if (dispatch === undefined) return true
    const transaction = changeAttributes(closeHistory(state.tr), pos, { media: photo.id })
    if (figure.textContent.trim() === '') {
      const from = pos + 2
      const caption = figureOf(photo).child(0)
      transaction.replaceWith(from, from + figure.child(0).content.size, caption.content)
    }
    dispatch(transaction)
    return true
  }
}

/** One small step for each attribute, so that the figure itself stays the same for whoever points at it. */
function changeAttributes(transaction: Transaction, pos: number, patch: Partial<FigureAttributes>): Transaction {
  const attributes = figureAttributesSchema.partial().parse(patch)
  for (const [name, value] of Object.entries(attributes)) transaction.setNodeAttribute(pos, name, value)
  return transaction
}

/** Takes the figure at `pos` out of the story; the photo stays in the media store. */
export function removeFigure(pos: number): Command {
  return (state, dispatch) => {
    const figure = figureAt(state, pos)
    if (figure === null) return false
    if (dispatch === undefined) return true
    dispatch(closeHistory(state.tr.delete(pos, pos + figure.nodeSize)).scrollIntoView())
    return true
  }
}

/** The figure that begins at `pos`, or null. */
export function figureAt(state: EditorState, pos: number): Node | null {
  if (pos < 0 || pos >= state.doc.content.size) return null
  const node = state.doc.nodeAt(pos)
  return node?.type === schema.nodes.figure ? node : null
}

/** Position of the figure that the selection is in or on, or null. */
export function figureAtSelection(state: EditorState): number | null {
  const { $from } = state.selection
  if (figureAt(state, $from.pos) !== null) return $from.pos
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type === schema.nodes.figure) return $from.before(depth)
  }
  return null
}
