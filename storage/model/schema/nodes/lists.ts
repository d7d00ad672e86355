import type { NodeSpec } from 'prosemirror-model'
import { z } from 'zod'
import { attribute } from '../attribute.ts'
import type { ElementLike } from '../element.ts'

/** A list whose order does not matter. */
export const bullet_list: NodeSpec = {
  content: 'list_item+',
  group: 'block',
  parseDOM: [{ tag: 'ul' }],
  toDOM: () => ['ul', 0],
}

/** A numbered list; `start` is the number of its first item. */
export const ordered_list: NodeSpec = {
  content: 'list_item+',
  group: 'block',
  attrs: { start: attribute(z.int().min(0).max(999_999), 1) },
  parseDOM: [{ tag: 'ol', getAttrs: (list: ElementLike) => ({ start: readStart(list) }) }],
  toDOM: (node) => (node.attrs['start'] === 1 ? ['ol', 0] : ['ol', { start: String(node.attrs['start']) }, 0]),
}

function readStart(list: ElementLike): number {
  const start = Number.parseInt(list.getAttribute('start') ?? '1', 10)
  return Number.isSafeInteger(start) && start >= 0 && start <= 999_999 ? start : 1
}

/** One item: a paragraph, and under it whatever belongs to it. */
export const list_item: NodeSpec = {
  content: 'paragraph (paragraph | bullet_list | ordered_list)*',
  defining: true,
  parseDOM: [{ tag: 'li' }],
  toDOM: () => ['li', 0],
}
