import type { MarkSpec } from 'prosemirror-model'
import { z } from 'zod'
import { entityKindSchema } from '../../entity.ts'
import { entityIdSchema } from '../../ids.ts'
import { attribute } from '../attribute.ts'
import type { ElementLike } from '../element.ts'

/** A mention of a person, place or organisation. `name` is the authority's form, so that the story reads without the file. */
export const mentionAttributesSchema = z.strictObject({
  entity: entityIdSchema,
  kind: entityKindSchema,
  name: z.string().trim().min(1).max(200),
})
export type MentionAttributes = z.infer<typeof mentionAttributesSchema>

/** Marks the words that name somebody or something of the authority file. */
export const mention: MarkSpec = {
  attrs: {
    entity: attribute(mentionAttributesSchema.shape.entity),
    kind: attribute(mentionAttributesSchema.shape.kind),
    name: attribute(mentionAttributesSchema.shape.name),
  },
  inclusive: false,
  parseDOM: [
    {
      tag: 'span[data-mention]',
      getAttrs: (element: ElementLike) => {
        const attributes = mentionAttributesSchema.safeParse({
          entity: element.getAttribute('data-mention'),
          kind: element.getAttribute('data-kind'),
          name: element.getAttribute('data-name'),
        })
        return attributes.success ? attributes.data : false
      },
    },
  ],
  toDOM: (mark) => [
    'span',
    {
      'data-mention': String(mark.attrs['entity']),
      'data-kind': String(mark.attrs['kind']),
      'data-name': String(mark.attrs['name']),
    },
    0,
  ],
}
