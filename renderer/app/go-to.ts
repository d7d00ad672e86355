import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

/** Selects a stretch of the copy, brings it into sight and gives the copy the focus. Positions are held to the document. */
export function goTo(view: EditorView, range: { readonly from: number; readonly to: number }): void {
  const { doc } = view.state
  const within = (pos: number): number => Math.min(doc.content.size, Math.max(0, pos))
  const selection = TextSelection.between(doc.resolve(within(range.from)), doc.resolve(within(range.to)))
  view.dispatch(view.state.tr.setSelection(selection).scrollIntoView())
  view.focus()
}
