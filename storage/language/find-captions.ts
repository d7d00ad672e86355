import { readCaption } from './captions.ts'
import { sentences } from './sentences.ts'
import { similarity } from './similarity.ts'

/** A block that is a photo's caption. `repeats` is the block before it that says the same: the alt text of a copied page. */
export interface FoundCaption {
  readonly block: number
  readonly repeats: number | null
}

/** Two descriptions of one photo differ by no more than a word or two. */
export const repeatedFrom = 0.9

/** Finds the captions among the blocks of a plain text: a description that stands twice, or an agency's prefix or credit. */
export function findCaptions(blocks: readonly string[], language: string): FoundCaption[] {
  const found: FoundCaption[] = []
  for (let at = 0; at < blocks.length; at += 1) {
    const text = blocks[at] ?? ''
    const next = blocks[at + 1]
    if (next !== undefined && isDescription(text) && isDescription(next) && similarity(text, next) >= repeatedFrom) {
      found.push({ block: at + 1, repeats: at })
      at += 1
    } else if (isDescription(text) && looksLikeCaption(text, language)) found.push({ block: at, repeats: null })
  }
  return found
}

const longest = 600

function isDescription(text: string): boolean {
  return text.length <= longest && text.trim().split(/\s+/u).length >= 4
}

function looksLikeCaption(text: string, language: string): boolean {
  const reading = readCaption(text, language)
  if (reading.credit !== null) return sentences(reading.description.text, language).length <= 3
  return reading.prefix !== null && reading.date !== null && sentences(reading.description.text, language).length === 1
}
