import type { Node } from 'prosemirror-model'
import { textBlocks } from '../../../storage/model/text.ts'
import type { TextBlock } from '../../../storage/model/text.ts'

const blocksOf = new WeakMap<Node, readonly TextBlock[]>()

/** The textblocks inside one top-level block, positions counted from the position before it. Read once per block object. */
function textBlocksOf(block: Node): readonly TextBlock[] {
  const known = blocksOf.get(block)
  if (known !== undefined) return known
  const found = block.isTextblock
    ? [{ node: block, pos: 0, text: block.textContent }]
    : textBlocks(block).map((inner) => ({ ...inner, pos: inner.pos + 1 }))
  blocksOf.set(block, found)
  return found
}

/** Every textblock of the story in reading order, with its text: what `textBlocks` finds, reading only what is new. */
export function storyBlocks(document: Node): TextBlock[] {
  const blocks: TextBlock[] = []
  document.forEach((block, offset) => {
    for (const inner of textBlocksOf(block)) blocks.push({ ...inner, pos: offset + inner.pos })
  })
  return blocks
}

/** Where a position stands among the paragraphs of the body: 1 for the first of `count`; 0 outside of them. */
export function paragraphAt(document: Node, pos: number): { index: number; count: number } {
  let index = 0
  let count = 0
  document.forEach((block, offset) => {
    if (block.type.name === 'headline' || block.type.name === 'standfirst' || block.type.name === 'figure') return
    count += 1
    if (pos >= offset && pos < offset + block.nodeSize) index = count
  })
  return { index, count }
}
