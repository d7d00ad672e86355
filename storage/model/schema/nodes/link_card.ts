import type { NodeSpec } from 'prosemirror-model'
import { z } from 'zod'
import { linkAddressSchema, readLinkAddress } from '../address.ts'
import { attribute } from '../attribute.ts'
import type { ElementLike } from '../element.ts'

/** A link to another page on a line of its own. */
export const link_card: NodeSpec = {
  group: 'block',
  atom: true,
  draggable: true,
  attrs: {
    href: attribute(linkAddressSchema),
    title: attribute(z.string().max(300), ''),
    description: attribute(z.string().max(1000), ''),
  },
  parseDOM: [{ tag: 'a[data-node=link_card]', priority: 60, getAttrs: readCard }],
  toDOM: (node) => [
    'a',
    {
      'data-node': 'link_card',
      href: String(node.attrs['href']),
      'data-title': String(node.attrs['title']),
      'data-description': String(node.attrs['description']),
    },
    String(node.attrs['title'] || node.attrs['href']),
  ],
}

function readCard(element: ElementLike): Record<string, string> | false {
  const href = readLinkAddress(element.getAttribute('href') ?? '')
  if (href === null) return false
  return {
    href,
    title: (element.getAttribute('data-title') ?? element.textContent ?? '').slice(0, 300),
    description: (element.getAttribute('data-description') ?? '').slice(0, 1000),
  }
}
