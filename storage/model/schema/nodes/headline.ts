import type { NodeSpec } from 'prosemirror-model'

/** The one headline. Empty is allowed while writing; the checks ask for it. */
export const headline: NodeSpec = {
  content: 'text*',
  marks: 'em quote mention lang',
  defining: true,
  isolating: true,
  parseDOM: [{ tag: 'h1' }],
  toDOM: () => ['h1', { 'data-node': 'headline' }, 0],
}
