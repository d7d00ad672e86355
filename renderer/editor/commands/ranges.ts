import type { MarkType, Node } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'

/** Positions of a stretch of the document. */
export interface Range {
  readonly from: number
  readonly to: number
}

/**
 * The parts of a range that can bear a mark: one for each textblock it touches, without the space around the words.
 * Blocks that refuse the mark are left out.
 */
export function wordRanges(document: Node, range: Range, mark: MarkType): Range[] {
  const found: Range[] = []
  document.nodesBetween(range.from, range.to, (node, pos) => {
    if (!node.isTextblock) return true
    if (!node.type.allowsMarkType(mark)) return false
    const start = Math.max(range.from, pos + 1)
    const text = node.textBetween(start - pos - 1, Math.min(range.to, pos + 1 + node.content.size) - pos - 1)
    const words = text.trim()
    if (words !== '') {
      const from = start + text.indexOf(words)
      found.push({ from, to: from + words.length })
    }
    return false
  })
  return found
}

/** The stretch around a position, within its block, that bears a mark of this type with the same attributes. */
export function markRangeAt(state: EditorState, pos: number, mark: MarkType): Range | null {
  const $pos = state.doc.resolve(pos)
  const found = mark.isInSet($pos.nodeAfter?.marks ?? []) ?? mark.isInSet($pos.nodeBefore?.marks ?? [])
  if (found === undefined) return null
  const runs: Range[] = []
  $pos.parent.forEach((node, offset) => {
    if (!found.isInSet(node.marks)) return
    const from = $pos.start() + offset
    const last = runs.at(-1)
    if (last?.to === from) runs[runs.length - 1] = { from: last.from, to: from + node.nodeSize }
    else runs.push({ from, to: from + node.nodeSize })
  })
  return runs.find((run) => run.from <= pos && pos <= run.to) ?? null
}
