import type { Node } from 'prosemirror-model'
import { mentionAttributesSchema } from './schema/marks/mention.ts'
import type { MentionAttributes } from './schema/marks/mention.ts'

/** A mention in the text and the words that carry it. */
export interface Mention extends MentionAttributes {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Every mention of the story in reading order. */
export function mentions(document: Node): Mention[] {
  const found: Mention[] = []
  document.descendants((node, pos) => {
    if (!node.isText) return true
    const mark = node.marks.find((candidate) => candidate.type.name === 'mention')
    if (mark === undefined) return false
    const attributes = mentionAttributesSchema.parse(mark.attrs)
    const last = found.at(-1)
    const text = node.text ?? ''
    if (last !== undefined && last.to === pos && last.entity === attributes.entity) {
      found[found.length - 1] = { ...last, to: pos + node.nodeSize, text: last.text + text }
    } else found.push({ ...attributes, from: pos, to: pos + node.nodeSize, text })
    return false
  })
  return found
}
