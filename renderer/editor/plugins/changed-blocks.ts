import type { Node } from 'prosemirror-model'

/** The top-level blocks that differ between two documents: one unbroken stretch of children, by index. */
export interface ChangedBlocks {
  readonly from: number
  /** Position of the first of them, the same in both documents. */
  readonly pos: number
  /** End, exclusive, in the document before and in the one after. */
  readonly beforeTo: number
  readonly afterTo: number
}

/**
 * Finds what changed by comparing identities, since unchanged blocks are the same objects: a few microseconds in a
 * story of any length. Null when the content is the same.
 */
export function changedBlocks(before: Node, after: Node): ChangedBlocks | null {
  if (before.content === after.content) return null
  const shorter = Math.min(before.childCount, after.childCount)
  let from = 0
  let pos = 0
  while (from < shorter && before.child(from) === after.child(from)) {
    pos += before.child(from).nodeSize
    from += 1
  }
  let same = 0
  while (
    same < shorter - from &&
    before.child(before.childCount - 1 - same) === after.child(after.childCount - 1 - same)
  ) {
    same += 1
  }
  if (from === before.childCount && from === after.childCount) return null
  return { from, pos, beforeTo: before.childCount - same, afterTo: after.childCount - same }
}
