import type { NodeSpec } from 'prosemirror-model'
import { z } from 'zod'
import { attribute } from '../attribute.ts'

/** A crosshead. The headline is level 1, so these are 2 and 3. */
export const subhead: NodeSpec = {
  content: 'text*',
  group: 'block',
  defining: true,
  attrs: { level: attribute(z.union([z.literal(2), z.literal(3)]), 2) },
  parseDOM: [
    { tag: 'h2', attrs: { level: 2 } },
    { tag: 'h3', attrs: { level: 3 } },
    { tag: 'h4', attrs: { level: 3 } },
    { tag: 'h5', attrs: { level: 3 } },
    { tag: 'h6', attrs: { level: 3 } },
  ],
  toDOM: (node) => [node.attrs['level'] === 3 ? 'h3' : 'h2', 0],
}
