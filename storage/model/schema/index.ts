import { Schema } from 'prosemirror-model'
import { marks } from './marks/index.ts'
import { nodes } from './nodes/index.ts'

export type NodeName = keyof typeof nodes
export type MarkName = keyof typeof marks

/** The schema of every story document. A new node or mark is a file in `nodes/` or `marks/` and a line in its index. */
export const schema = new Schema<NodeName, MarkName>({ nodes, marks })
