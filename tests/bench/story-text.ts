import type { Node } from 'prosemirror-model'
import { buildDocument } from '../../storage/model/document.ts'
import { schema } from '../../storage/model/schema/index.ts'

const vocabulary = (
  'harbour council budget vote night ferry storm bridge report minister market grain price court ruling river ' +
  'village school teacher strike railway tunnel survey drought reservoir orchard border crossing election count ' +
  'opened closed agreed refused delayed repaired measured promised the a of in after before with without near'
).split(' ')
const wordsPerSentence = 12
const wordsPerParagraph = 60

/** A story of about so many words, the same every time: a fixed step through a fixed vocabulary. */
export function storyOfWords(count: number): Node {
  const words = Array.from({ length: count }, (_, at) => vocabulary[(at * 7 + Math.floor(at / 11)) % vocabulary.length])
  const paragraphs = inGroups(words, wordsPerParagraph).map((paragraph) => {
    const sentences = inGroups(paragraph, wordsPerSentence).map((sentence) => {
      const text = sentence.join(' ')
      return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
    })
    return schema.node('paragraph', null, [schema.text(sentences.join(' '))])
  })
  return buildDocument('A long night at the harbour', 'What the council decided, and why', paragraphs)
}

function inGroups<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))
}
