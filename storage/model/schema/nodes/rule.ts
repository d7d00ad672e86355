import type { NodeSpec } from 'prosemirror-model'

/** A break between two parts of the story. */
export const rule: NodeSpec = {
  group: 'block',
  parseDOM: [{ tag: 'hr' }],
  toDOM: () => ['hr'],
}
