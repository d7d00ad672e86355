import type { NodeSpec } from 'prosemirror-model'

/** A passage set off from the text because somebody else wrote or said it. */
export const blockquote: NodeSpec = {
  content: '(paragraph | bullet_list | ordered_list)+',
  group: 'block',
  defining: true,
  parseDOM: [{ tag: 'blockquote' }],
  toDOM: () => ['blockquote', 0],
}
