import type { ImportWarning } from '../imported-story.ts'
import { labelRules } from './labels.ts'
import type { Piece } from './block.ts'

/** What is left of a page without its furniture, and what was taken away. */
export interface Cleared {
  readonly pieces: readonly Piece[]
  readonly warnings: readonly ImportWarning[]
}

/** A label is short; a sentence that happens to hold its words is not. */
const longestLabel = 80

/**
 * Takes away what belongs to the page and not to the story: labels of its controls, its menus, its lists of other stories.
 * Every word taken away is named in a warning. Linear in the number of pieces.
 */
export function clearFurniture(pieces: readonly Piece[]): Cleared {
  const taken = new Map<string, string[]>()
  const take = (code: string, text: string): void => {
    const texts = taken.get(code)
    if (texts === undefined) taken.set(code, [text])
    else texts.push(text)
  }
  const left: Piece[] = []
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at]
    if (piece === undefined) continue
    const text = piece.text.trim()
    const rule = piece.kind === 'text' && text.length <= longestLabel ? ruleFor(pieces, at) : undefined
    if (rule === undefined) {
      left.push(piece)
      continue
    }
    take(rule.code, text)
    if (rule.withList === true) {
      // The titles of other stories that the label announces: short lines until a sentence, a heading or a photo comes.
      while (isTitle(pieces[at + 1])) {
        at += 1
        take(rule.code, pieces[at]?.text.trim() ?? '')
      }
    }
  }
  const warnings = labelRules.flatMap(({ code, say }) => {
    const texts = taken.get(code)
    return texts === undefined ? [] : [{ code, message: `${say} left out: ${texts.join(' · ')}` }]
  })
  return { pieces: left, warnings: dedupe(warnings) }
}

function dedupe(warnings: readonly ImportWarning[]): ImportWarning[] {
  return warnings.filter((warning, at) => warnings.findIndex(({ code }) => code === warning.code) === at)
}

function ruleFor(pieces: readonly Piece[], at: number): (typeof labelRules)[number] | undefined {
  const text = normal(pieces[at]?.text ?? '')
  return labelRules.find((rule) => {
    if (!rule.label.test(text)) return false
    if (rule.inGroup !== true) return true
    // "LG" or "S" alone is a word; in a row of such labels it is a control.
    return [at - 1, at + 1].some((next) => {
      const neighbour = pieces[next]
      return neighbour?.kind === 'text' && rule.label.test(normal(neighbour.text))
    })
  })
}

function normal(text: string): string {
  return text
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/[:։:]$/u, '')
}

function isTitle(piece: Piece | undefined): boolean {
  if (piece === undefined) return false
  if (piece.kind === 'node') return piece.node.type.name === 'bullet_list' && piece.text.length < 600
  const text = piece.text.trim()
  return text.length <= 140 && piece.level === 0 && !/[.։۔;:…][”"»’']?$/u.test(text) && text.split(/\s+/u).length > 1
}
