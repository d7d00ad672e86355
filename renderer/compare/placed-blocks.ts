import type { Node } from 'prosemirror-model'

export interface PlacedBlock {
  readonly node: Node
  /** The position before it. */
  readonly pos: number
}

/** The blocks of a document in the order in which a comparison lists them: those with text, and the leaves. */
export function placedBlocks(document: Node): PlacedBlock[] {
  const blocks: PlacedBlock[] = []
  document.descendants((node, pos) => {
    if (!node.isTextblock && !node.isLeaf) return true
    blocks.push({ node, pos })
    return false
  })
  return blocks
}
