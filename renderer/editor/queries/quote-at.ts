import type { EditorState } from 'prosemirror-state'
import { quoteIdOf } from '../../../storage/model/quotations.ts'
import type { QuoteId } from '../../../storage/model/ids.ts'

/** The quotation that the caret is in or touches, or that the whole selection lies in; null outside of one. */
export function quoteAt(state: EditorState): QuoteId | null {
  const { $from, $to, empty } = state.selection
  if (!empty) {
    const first = $from.nodeAfter === null ? null : quoteIdOf($from.nodeAfter)
    const last = $to.nodeBefore === null ? null : quoteIdOf($to.nodeBefore)
    return first === last ? first : null
  }
  const before = $from.nodeBefore === null ? null : quoteIdOf($from.nodeBefore)
  return before ?? ($from.nodeAfter === null ? null : quoteIdOf($from.nodeAfter))
}
