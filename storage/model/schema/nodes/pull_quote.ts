import type { NodeSpec } from 'prosemirror-model'
import { quoteIdSchema } from '../../ids.ts'
import { attribute } from '../attribute.ts'
import type { ElementLike } from '../element.ts'

/** Words of the story repeated large. `pulledFrom` is the quotation they were taken from, or null. */
export const pull_quote: NodeSpec = {
  content: 'text*',
  group: 'block',
  marks: 'em lang',
  defining: true,
  attrs: { pulledFrom: attribute(quoteIdSchema.nullable(), null) },
  parseDOM: [
    {
      tag: 'aside[data-node=pull_quote]',
      getAttrs: (aside: ElementLike) => ({
        pulledFrom: quoteIdSchema.safeParse(aside.getAttribute('data-pulled-from')).data ?? null,
      }),
    },
  ],
  toDOM: (node) => [
    'aside',
    {
      'data-node': 'pull_quote',
      'data-pulled-from': node.attrs['pulledFrom'] === null ? null : String(node.attrs['pulledFrom']),
    },
    0,
  ],
}
