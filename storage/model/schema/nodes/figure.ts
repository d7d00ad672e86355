import type { NodeSpec } from 'prosemirror-model'
import { z } from 'zod'
import { mediaIdSchema } from '../../ids.ts'
import { attribute } from '../attribute.ts'
import type { ElementLike } from '../element.ts'

export const figureLayouts = ['standard', 'wide', 'inset'] as const
export type FigureLayout = (typeof figureLayouts)[number]

/** What is said of one use of a photo. A null `alt` or `credit` is inherited from the asset; empty was emptied on purpose. */
export const figureAttributesSchema = z.strictObject({
  /** The photo, or null for a figure whose picture has not come yet. */
  media: mediaIdSchema.nullable(),
  alt: z.string().max(20_000).nullable(),
  decorative: z.boolean(),
  credit: z.string().max(1000).nullable(),
  layout: z.enum(figureLayouts),
})
export type FigureAttributes = z.infer<typeof figureAttributesSchema>

const shape = figureAttributesSchema.shape

/** One use of a photo in this story, with the caption of this use as its content. */
export const figure: NodeSpec = {
  content: 'caption',
  group: 'block',
  isolating: true,
  selectable: true,
  draggable: true,
  attrs: {
    media: attribute(shape.media, null),
    alt: attribute(shape.alt, null),
    decorative: attribute(shape.decorative, false),
    credit: attribute(shape.credit, null),
    layout: attribute(shape.layout, 'standard'),
  },
  parseDOM: [{ tag: 'figure[data-figure]', getAttrs: readFigure }],
  toDOM: (node) => ['figure', { 'data-figure': JSON.stringify(node.attrs) }, 0],
}

function readFigure(element: ElementLike): FigureAttributes | false {
  try {
    return figureAttributesSchema.parse(JSON.parse(element.getAttribute('data-figure') ?? ''))
  } catch {
    return false
  }
}
