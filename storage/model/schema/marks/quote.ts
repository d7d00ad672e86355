import type { MarkSpec } from 'prosemirror-model'
import { quoteIdSchema } from '../../ids.ts'
import { attribute } from '../attribute.ts'
import type { ElementLike } from '../element.ts'

/** A run of a tagged quotation. Several runs with one id are one statement; its entry lies in the document's `quotes`. */
export const quote: MarkSpec = {
  attrs: { id: attribute(quoteIdSchema) },
  inclusive: false,
  parseDOM: [
    {
      tag: 'span[data-quote]',
      getAttrs: (element: ElementLike) => {
        const id = quoteIdSchema.safeParse(element.getAttribute('data-quote'))
        return id.success ? { id: id.data } : false
      },
    },
  ],
  toDOM: (mark) => ['span', { 'data-quote': String(mark.attrs['id']) }, 0],
}
