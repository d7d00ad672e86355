import type { NodeSpec } from 'prosemirror-model'

/** The sentence or two under the headline. */
export const standfirst: NodeSpec = {
  content: 'text*',
  marks: 'strong em link quote mention lang',
  defining: true,
  isolating: true,
  parseDOM: [{ tag: 'p[data-node=standfirst]', priority: 60 }],
  toDOM: () => ['p', { 'data-node': 'standfirst' }, 0],
}
