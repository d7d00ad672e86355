import type { Node } from 'prosemirror-model'
import { countWords } from '../model/text.ts'
import { datelinePlace } from './html/blocks.ts'
import type { StoryInPrint } from './print.ts'

/** The body as plain text, paragraphs separated by a blank line, captions left out. */
export function plainBody(print: StoryInPrint): string {
  const place = datelinePlace(print)
  const text = bodyTexts(print).join('\n\n')
  return place === null ? text : `${place} — ${text}`
}

/** Words of the body: captions, headline and standfirst are not counted. */
export function bodyWords(print: StoryInPrint): number {
  return bodyTexts(print).reduce((sum, text) => sum + countWords(text), 0)
}

/** Characters of the body, as code points: what a reader counts as one depends on the runtime's Unicode version. */
export function bodyCharacters(print: StoryInPrint): number {
  return bodyTexts(print).reduce((sum, text) => sum + [...text].length, 0)
}

function bodyTexts({ story }: StoryInPrint): string[] {
  return story.document.children.slice(2).flatMap(textsOf)
}

function textsOf(node: Node): string[] {
  if (node.type.name === 'figure') return []
  if (node.isTextblock) return node.textContent.trim() === '' ? [] : [node.textContent]
  if (node.type.name === 'link_card') return [String(node.attrs['title'] || node.attrs['href'])]
  return node.children.flatMap(textsOf)
}
