import type { MarkType } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'

/** True when what is typed now would bear the mark, or the selection has it anywhere. */
export function hasMark(state: EditorState, mark: MarkType): boolean {
  const { from, to, empty, $from } = state.selection
  if (!empty) return state.doc.rangeHasMark(from, to, mark)
  return mark.isInSet(state.storedMarks ?? $from.marks()) !== undefined
}
