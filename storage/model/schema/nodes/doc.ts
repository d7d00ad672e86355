import type { NodeSpec } from 'prosemirror-model'
import { quoteTableSchema } from '../../quote.ts'
import { attribute } from '../attribute.ts'

/** A story: its two display lines, then its body. `quotes` holds what is known of every tagged quotation. */
export const doc: NodeSpec = {
  content: 'headline standfirst block+',
  attrs: { quotes: attribute(quoteTableSchema, {}) },
}
