import type { NodeSpec } from 'prosemirror-model'

/** The words under a photo. Rich text, since captions quote and name people too. */
export const caption: NodeSpec = {
  content: 'text*',
  defining: true,
  isolating: true,
  parseDOM: [{ tag: 'figcaption' }],
  toDOM: () => ['figcaption', 0],
}
