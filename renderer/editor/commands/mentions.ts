import { closeHistory } from 'prosemirror-history'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import type { Entity } from '../../../storage/model/entity.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { markRangeAt, wordRanges } from './ranges.ts'
import type { Range } from './ranges.ts'

/** Binds words to an entry of the authority file. Null when the range holds no words. */
export function tagMention(state: EditorState, range: Range, entity: Entity): Transaction | null {
  const transaction = closeHistory(state.tr)
  const mark = schema.marks.mention.create({ entity: entity.id, kind: entity.kind, name: entity.name })
  const words = wordRanges(state.doc, range, schema.marks.mention)
  for (const { from, to } of words) transaction.addMark(from, to, mark)
  return words.length === 0 ? null : transaction.removeStoredMark(schema.marks.mention)
}

/** Takes the mention at the caret, or those in the selection, off the words. */
export const untagMention: Command = (state, dispatch) => {
  const { empty, from, to } = state.selection
  const range = empty ? markRangeAt(state, from, schema.marks.mention) : { from, to }
  if (range === null || !state.doc.rangeHasMark(range.from, range.to, schema.marks.mention)) return false
  dispatch?.(closeHistory(state.tr).removeMark(range.from, range.to, schema.marks.mention))
  return true
}
