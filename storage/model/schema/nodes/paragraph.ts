import type { NodeSpec } from 'prosemirror-model'

/** A paragraph of body text. */
export const paragraph: NodeSpec = {
  content: 'text*',
  group: 'block',
  parseDOM: [{ tag: 'p' }],
  toDOM: () => ['p', 0],
}
