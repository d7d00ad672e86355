import { Fragment, Slice } from 'prosemirror-model'
import { schema } from '../../../storage/model/schema/index.ts'

/**
 * The paragraphs of pasted plain text. Where it has blank lines they part the paragraphs, and line ends inside one
 * are spaces; where it has none, every line is a paragraph.
 */
export function paragraphsOf(text: string): string[] {
  const lines = text.replace(/\r\n?/gu, '\n')
  const parts = /\n[^\S\n]*\n/u.test(lines.trim()) ? lines.split(/\n(?:[^\S\n]*\n)+/u) : lines.split('\n')
  return parts.map((part) => part.replace(/[^\S\u00a0\u202f]+/gu, ' ').trim()).filter((part) => part !== '')
}

/** Plain text as a slice: one paragraph joins the text at the caret, several come as paragraphs. */
export function sliceOfText(text: string): Slice {
  const single = /\n/u.test(text) ? null : text
  const paragraphs = single === null ? paragraphsOf(text) : [single]
  const nodes = paragraphs.map((words) => schema.nodes.paragraph.create(null, words === '' ? null : schema.text(words)))
  return new Slice(Fragment.fromArray(nodes), nodes.length === 0 ? 0 : 1, nodes.length === 0 ? 0 : 1)
}
