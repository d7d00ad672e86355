import type { Node } from 'prosemirror-model'

/** A textblock of the story and where its first character stands. */
export interface TextBlock {
  readonly node: Node
  /** Position before the block. Its first character is at `pos + 1`. */
  readonly pos: number
  readonly text: string
}

/** Every textblock in reading order: headline, standfirst, body, captions. */
export function textBlocks(document: Node): TextBlock[] {
  const blocks: TextBlock[] = []
  document.descendants((node, pos) => {
    if (!node.isTextblock) return true
    blocks.push({ node, pos, text: node.textContent })
    return false
  })
  return blocks
}

/** The story as plain text, blocks separated by a blank line, empty ones left out. */
export function plainText(document: Node): string {
  return textBlocks(document)
    .map((block) => block.text)
    .filter((text) => text.trim() !== '')
    .join('\n\n')
}

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’\-\u200c.][\p{L}\p{M}\p{N}]+)*/gu

/** Words of the story as an editor counts them: headline, standfirst and body; captions and figures are not counted. */
export function wordCount(document: Node): number {
  return textBlocks(document)
    .filter((block) => block.node.type.name !== 'caption')
    .reduce((sum, block) => sum + countWords(block.text), 0)
}

/** Words of a text in any script. A word with an apostrophe, hyphen or zero-width non-joiner inside is one. */
export function countWords(text: string): number {
  return text.match(wordPattern)?.length ?? 0
}

const segmenter = new Intl.Segmenter()
/** Printed letters of these stand alone, whatever their neighbours: nothing to segment. */
const alone = /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u0400-\u0482\u048a-\u052f\u0531-\u058a\u2010-\u2027]*$/

/** Characters as a reader counts them: grapheme clusters, so an emoji or a letter with its accents is one. */
export function countCharacters(text: string): number {
  if (alone.test(text)) return text.length
  let count = 0
  for (const _ of segmenter.segment(text)) count += 1
  return count
}
