import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { figures } from '../model/figures.ts'
import type { Photo } from '../model/photo.ts'
import { schema } from '../model/schema/index.ts'

/**
 * Puts a photo into a story as the window does: into the first figure that waits for one, whose written caption stays;
 * else as a new figure at the end, with the caption of its file. Alt text and credit are inherited from the photo.
 */
export function placePhoto(document: Node, photo: Photo): Transform {
  const waiting = figures(document).find((figure) => figure.attributes.media === null)
  if (waiting !== undefined) {
    const { node, pos, attributes } = waiting
    const content = node.textContent.trim() === '' ? captionOf(photo) : node.content
    const filled = schema.nodes.figure.create({ ...attributes, media: photo.id }, content)
    return new Transform(document).replaceWith(pos, pos + node.nodeSize, filled)
  }
  const end = document.content.size
  const last = document.lastChild
  const from =
    last !== null && last.type === schema.nodes.paragraph && last.childCount === 0 ? end - last.nodeSize : end
  const figure = schema.nodes.figure.create({ media: photo.id }, captionOf(photo))
  return new Transform(document).replaceWith(from, end, [figure, schema.nodes.paragraph.create()])
}

function captionOf({ description }: Photo): Node {
  const words = description.caption.replace(/\s+/gu, ' ').trim()
  return schema.nodes.caption.create(null, words === '' ? null : schema.text(words))
}
