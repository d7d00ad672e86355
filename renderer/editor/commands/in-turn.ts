import type { Command, Transaction } from 'prosemirror-state'
import { EditorState, TextSelection } from 'prosemirror-state'

/** Runs commands one after the other and returns what they did as one transaction, hence one undo. */
export function inTurn(state: EditorState, commands: readonly Command[]): Transaction {
  const whole = state.tr
  let current = EditorState.create({ doc: state.doc, selection: state.selection })
  for (const command of commands) {
    command(current, (part) => {
      for (const step of part.steps) whole.step(step)
      current = current.apply(part)
    })
  }
  const { anchor, head } = current.selection
  return whole.docChanged ? whole.setSelection(TextSelection.create(whole.doc, anchor, head)) : whole
}
