import type { Command, EditorState } from 'prosemirror-state'
import { TextSelection } from 'prosemirror-state'
import type { QuoteId } from '../../../storage/model/ids.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { heldWords, hold } from '../plugins/held-words.ts'
import { suggestionsIn } from '../plugins/suggestions.ts'
import type { Suggestion } from '../plugins/suggestions-from.ts'
import { nameAt } from '../queries/name-at.ts'
import { quoteAt } from '../queries/quote-at.ts'
import { quoteIndex } from '../queries/quote-index.ts'
import { figureAtSelection } from './figures.ts'
import { markRangeAt, wordRanges } from './ranges.ts'

/** The suggestion that a position is in or touches, or null. */
export function suggestionAt(state: EditorState, pos: number): Suggestion | null {
  return (
    suggestionsIn(state).find((suggestion) => suggestion.runs.some((run) => run.from <= pos && pos <= run.to)) ?? null
  )
}

/** Opens the quotation popover: about the tagged quotation at the caret, the selected words, or the suggestion there. */
export const openQuotePopover: Command = (state, dispatch) => {
  const { from, to, empty } = state.selection
  const tagged = quoteAt(state)
  if (tagged !== null) return openQuotation(tagged)(state, dispatch)
  if (!empty) {
    const ranges = wordRanges(state.doc, { from, to }, schema.marks.quote)
    if (ranges.length === 0) return false
    dispatch?.(hold(state.tr, { kind: 'quote', id: null, suggestion: null, ranges }))
    return true
  }
  const suggestion = suggestionAt(state, from)
  return suggestion === null ? false : openSuggestion(suggestion)(state, dispatch)
}

/** Opens the quotation popover about a tagged quotation, the caret in its first run. */
export function openQuotation(id: QuoteId): Command {
  return (state, dispatch) => {
    const runs = quoteIndex(state.doc).get(id)
    const first = runs?.[0]
    if (runs === undefined || first === undefined) return false
    const transaction = state.tr
    if (quoteAt(state) !== id) transaction.setSelection(TextSelection.create(state.doc, first.to))
    dispatch?.(hold(transaction, { kind: 'quote', id, suggestion: null, ranges: runs }).scrollIntoView())
    return true
  }
}

/** Opens the quotation popover about a suggestion, the caret behind its first run. */
export function openSuggestion(suggestion: Suggestion): Command {
  return (state, dispatch) => {
    const first = suggestion.runs[0]
    if (first === undefined) return false
    const transaction = state.tr.setSelection(TextSelection.create(state.doc, first.to))
    dispatch?.(hold(transaction, { kind: 'quote', id: null, suggestion, ranges: suggestion.runs }).scrollIntoView())
    return true
  }
}

/** Opens the popover about the next suggestion after the caret, or after the words held now; the first one at the end. */
export const openNextSuggestion: Command = (state, dispatch) => {
  const held = heldWords(state)
  const after = held?.kind === 'quote' ? (held.ranges[0]?.from ?? 0) : state.selection.to
  const suggestions = suggestionsIn(state)
  const next = suggestions.find((suggestion) => (suggestion.runs[0]?.from ?? 0) > after) ?? suggestions[0]
  return next === undefined ? false : openSuggestion(next)(state, dispatch)
}

/** Opens the popover that tags the selected words, or the name at the caret, as a person, place or organisation. */
export const openMentionPopover: Command = (state, dispatch) => {
  const tagged = state.selection.empty ? markRangeAt(state, state.selection.from, schema.marks.mention) : null
  const range = tagged ?? nameAt(state)
  const ranges = range === null ? [] : wordRanges(state.doc, range, schema.marks.mention)
  if (ranges.length === 0) return false
  dispatch?.(hold(state.tr, { kind: 'mention', ranges }))
  return true
}

/** Opens the popover for the link at the caret, or for the selected words. */
export const openLinkPopover: Command = (state, dispatch) => {
  const { empty, from, to } = state.selection
  const linked = empty ? markRangeAt(state, from, schema.marks.link) : null
  const ranges = linked === null ? wordRanges(state.doc, { from, to }, schema.marks.link) : [linked]
  if (ranges.length === 0) return false
  dispatch?.(hold(state.tr, { kind: 'link', ranges }))
  return true
}

/** Opens the details (alt text, credit, decorative) of the figure that the caret is in. */
export const openPhotoPopover: Command = (state, dispatch) => {
  const pos = figureAtSelection(state)
  return pos === null ? false : openPhotoAt(pos)(state, dispatch)
}

/** Opens the details of the figure at `pos`. */
export function openPhotoAt(pos: number): Command {
  return (state, dispatch) => {
    if (state.doc.nodeAt(pos)?.type !== schema.nodes.figure) return false
    dispatch?.(hold(state.tr, { kind: 'photo', pos, ranges: [] }))
    return true
  }
}

/** Closes whatever popover is open. */
export const closePopover: Command = (state, dispatch) => {
  if (heldWords(state) === null) return false
  dispatch?.(hold(state.tr, null))
  return true
}
