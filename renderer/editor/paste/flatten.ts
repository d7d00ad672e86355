import type { NodeType, Slice } from 'prosemirror-model'
import { Fragment } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import { schema } from '../../../storage/model/schema/index.ts'

/** Blocks of one line: what is pasted into them loses its paragraphs. */
const singleLines = new Set<NodeType>([
  schema.nodes.headline,
  schema.nodes.standfirst,
  schema.nodes.caption,
  schema.nodes.pull_quote,
])

/** True for a block that holds one line of words. */
export function isSingleLine(type: NodeType): boolean {
  return singleLines.has(type)
}

/** The words of a slice as one line for a block of this type: blocks parted by a space, marks it refuses left out. */
export function flattened(slice: Slice, into: NodeType): Fragment {
  const words: Node[] = []
  slice.content.descendants((node) => {
    if (node.isTextblock && words.length > 0) words.push(schema.text(' '))
    if (!node.isText) return true
    words.push(node.mark(into.allowedMarks(node.marks)))
    return false
  })
  return Fragment.fromArray(words)
}
