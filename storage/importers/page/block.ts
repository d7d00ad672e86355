import type { Node } from 'prosemirror-model'
import { Fragment } from 'prosemirror-model'
import { schema } from '../../model/schema/index.ts'

/** A line or paragraph of the page, before it is known what it is. */
export interface TextPiece {
  readonly kind: 'text'
  readonly content: Fragment
  readonly text: string
  /** 0 for a paragraph, 1–6 for a heading of the page. */
  readonly level: number
  /** What the page's own markup says it is, or null. */
  readonly said: 'headline' | 'standfirst' | 'byline' | 'caption' | null
}

/** A block that the page's markup has settled: a list, a figure, a blockquote, a rule. */
export interface NodePiece {
  readonly kind: 'node'
  readonly node: Node
  readonly text: string
}

/** A piece of a page in reading order. */
export type Piece = TextPiece | NodePiece

/** A paragraph of plain words. */
export function textPiece(text: string): TextPiece {
  const content = text === '' ? Fragment.empty : Fragment.from(schema.text(text))
  return { kind: 'text', content, text, level: 0, said: null }
}

/** A settled block. */
export function nodePiece(node: Node): NodePiece {
  return { kind: 'node', node, text: node.textBetween(0, node.content.size, ' ') }
}
