import type { Command, EditorState, Transaction } from 'prosemirror-state'
import { Selection, TextSelection } from 'prosemirror-state'
import { schema } from '../../../storage/model/schema/index.ts'

/** Position of the first block of the body. */
export function bodyStart(state: EditorState): number {
  return state.doc.child(0).nodeSize + state.doc.child(1).nodeSize
}

/** Enter in the headline goes on to the standfirst, Enter in the standfirst to the body. */
export const leaveField: Command = (state, dispatch) => {
  const { $head } = state.selection
  const field = $head.parent.type
  if (field !== schema.nodes.headline && field !== schema.nodes.standfirst) return false
  if (dispatch === undefined) return true
  const transaction = state.tr
  if (field === schema.nodes.headline) {
    transaction.setSelection(TextSelection.create(state.doc, $head.after() + 1 + state.doc.child(1).content.size))
  } else {
    const start = bodyStart(state)
    if (!state.doc.child(2).isTextblock) transaction.insert(start, schema.nodes.paragraph.create())
    transaction.setSelection(TextSelection.create(transaction.doc, start + 1))
  }
  dispatch(transaction.scrollIntoView())
  return true
}

/** Enter in a caption goes on in a new paragraph after its figure. */
export const leaveCaption: Command = (state, dispatch) => {
  const { $head } = state.selection
  if ($head.parent.type !== schema.nodes.caption) return false
  if (dispatch === undefined) return true
  const after = $head.after(-1)
  const next = state.doc.nodeAt(after)
  const transaction = state.tr
  if (next?.type !== schema.nodes.paragraph || next.content.size > 0) {
    transaction.insert(after, schema.nodes.paragraph.create())
  }
  dispatch(transaction.setSelection(TextSelection.create(transaction.doc, after + 1)).scrollIntoView())
  return true
}

/** Backspace at the very start of the body steps back into the standfirst; the two never become one. */
export const stepBackIntoStandfirst: Command = (state, dispatch) => {
  const { $head, empty } = state.selection
  const start = bodyStart(state)
  if (!empty || $head.pos !== start + 1 || $head.depth !== 1) return false
  if (dispatch === undefined) return true
  const block = $head.parent
  const transaction = state.tr
  if (block.type !== schema.nodes.paragraph) transaction.setNodeMarkup(start, schema.nodes.paragraph)
  else {
    if (block.content.size === 0 && state.doc.childCount > 3) transaction.delete(start, start + block.nodeSize)
    transaction.setSelection(TextSelection.create(transaction.doc, start - 1))
  }
  dispatch(transaction.scrollIntoView())
  return true
}

/** Backspace at the start of the standfirst or Delete at the end of the headline must not join the two. */
export const stayInField: Command = (state) => {
  const { $head, empty } = state.selection
  return empty && $head.parent.type === schema.nodes.standfirst && $head.parentOffset === 0
}

/** True when the selection reaches from one of the two display lines into another part of the story. */
export function crossesFields(state: EditorState): boolean {
  const { $from, $to } = state.selection
  return $from.depth > 0 && $to.depth > 0 && $from.index(0) < 2 && $from.index(0) !== $to.index(0)
}

/** Empties the selected part of each field by itself, so that no words move from the body into the headline. */
export function deleteAcrossFields(state: EditorState): Transaction {
  const { from, to } = state.selection
  const transaction = state.tr
  const start = bodyStart(state)
  if (to > start) transaction.delete(start, to)
  for (const index of [1, 0]) {
    const inner = index === 0 ? 1 : state.doc.child(0).nodeSize + 1
    const end = inner + state.doc.child(index).content.size
    const first = Math.max(from, inner)
    const last = Math.min(to, end)
    if (first < last) transaction.delete(first, last)
  }
  return transaction.setSelection(Selection.near(transaction.doc.resolve(from)))
}

/** Delete, Backspace and cut over several fields. */
export const deleteFields: Command = (state, dispatch) => {
  if (!crossesFields(state)) return false
  dispatch?.(deleteAcrossFields(state).scrollIntoView())
  return true
}
