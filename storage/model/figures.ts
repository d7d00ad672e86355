import type { Node } from 'prosemirror-model'
import type { Photo } from './photo.ts'
import { figureAttributesSchema } from './schema/nodes/figure.ts'
import type { FigureAttributes } from './schema/nodes/figure.ts'

/** A figure of the story, where it stands, and what it says. */
export interface Figure {
  readonly pos: number
  /** 0 for the first figure of the story. */
  readonly index: number
  readonly attributes: FigureAttributes
  readonly caption: string
  readonly node: Node
}

/** The figures of a story in reading order. */
export function figures(document: Node): Figure[] {
  const found: Figure[] = []
  document.descendants((node, pos) => {
    if (node.type.name !== 'figure') return !node.isTextblock
    found.push({
      pos,
      index: found.length,
      attributes: figureAttributesSchema.parse(node.attrs),
      caption: node.textContent,
      node,
    })
    return false
  })
  return found
}

/** The alt text that a reader's device will speak: this use's own, else the asset's; empty when decorative. */
export function effectiveAlt(attributes: FigureAttributes, photo: Photo | null): string {
  if (attributes.decorative) return ''
  return attributes.alt ?? photo?.description.alt ?? ''
}

/** The credit that will be printed: this use's own, else the asset's credit line, else its creator. */
export function effectiveCredit(attributes: FigureAttributes, photo: Photo | null): string {
  return attributes.credit ?? (photo?.description.credit || photo?.description.creator || '')
}
