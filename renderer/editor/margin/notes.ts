import type { EditorState } from 'prosemirror-state'
import { effectiveAlt } from '../../../storage/model/figures.ts'
import type { MediaId, QuoteId } from '../../../storage/model/ids.ts'
import type { Photo } from '../../../storage/model/photo.ts'
import { quoteTable } from '../../../storage/model/quotations.ts'
import { figureAttributesSchema } from '../../../storage/model/schema/nodes/figure.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { heldWords } from '../plugins/held-words.ts'
import { suggestionsIn } from '../plugins/suggestions.ts'
import { quoteAt } from '../queries/quote-at.ts'
import { quoteIndex } from '../queries/quote-index.ts'
import { quoteStateOf } from '../../../storage/language/quote-state.ts'
import type { QuoteState } from '../../../storage/language/quote-state.ts'

/** Something said in the end margin about words or a picture. `pos` is what it stands level with. */
export type MarginNote = { readonly key: string; readonly pos: number; readonly isOn: boolean } & (
  | { readonly kind: 'quote'; readonly id: QuoteId; readonly speaker: string | null; readonly state: QuoteState }
  | { readonly kind: 'suggestion' }
  | { readonly kind: 'alt' }
)

/** The notes of the margin that belong to positions between `from` and `to`, in reading order. */
export function notesBetween(
  state: EditorState,
  from: number,
  to: number,
  photos: ReadonlyMap<MediaId, Photo>,
): MarginNote[] {
  const isIn = (pos: number): boolean => pos >= from && pos < to
  const notes: MarginNote[] = []
  const table = quoteTable(state.doc)
  const active = quoteAt(state)
  const held = heldWords(state)
  for (const [id, runs] of quoteIndex(state.doc)) {
    const pos = runs[0]?.from
    const quote = table[id]
    if (pos === undefined || quote === undefined || !isIn(pos)) continue
    const isOn = id === active || (held?.kind === 'quote' && held.id === id)
    const speaker = quote.speaker?.name ?? null
    notes.push({ key: id, pos, isOn, kind: 'quote', id, speaker, state: quoteStateOf(quote, runs) })
  }
  for (const suggestion of suggestionsIn(state)) {
    const pos = suggestion.runs[0]?.from
    if (pos === undefined || !isIn(pos)) continue
    const isOn = held?.kind === 'quote' && held.suggestion !== null && held.ranges[0]?.from === pos
    notes.push({ key: `suggestion ${suggestion.words}`, pos, isOn, kind: 'suggestion' })
  }
  state.doc.nodesBetween(from, Math.min(to, state.doc.content.size), (node, pos) => {
    if (node.type !== schema.nodes.figure) return !node.isTextblock
    const attributes = figureAttributesSchema.parse(node.attrs)
    const photo = attributes.media === null ? null : (photos.get(attributes.media) ?? null)
    const isKnown = attributes.media === null || photo !== null
    if (isIn(pos) && isKnown && !attributes.decorative && effectiveAlt(attributes, photo).trim() === '') {
      notes.push({ key: `alt ${notes.length}`, pos, isOn: held?.kind === 'photo' && held.pos === pos, kind: 'alt' })
    }
    return false
  })
  return notes.sort((a, b) => a.pos - b.pos)
}
