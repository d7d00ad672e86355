import { closeHistory } from 'prosemirror-history'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Range } from '../commands/ranges.ts'
import { changeFinder, finderOf } from './finder.ts'
import type { Match } from './matches.ts'
import { searchQuery } from './search-for.ts'
import type { SearchFor } from './search-for.ts'

/** The longest selection that is taken for the words to look for, in UTF-16 code units. */
const longestWords = 200

/** Opens the bar that finds words; selected words of one paragraph are what it looks for. */
export const openFind = openBar('find')

/** Opens the bar with its second row, which replaces. */
export const openReplace = openBar('replace')

function openBar(bar: 'find' | 'replace'): Command {
  return (state, dispatch) => {
    const finder = finderOf(state)
    const words = selectedWords(state)
    const search = words === '' ? finder.search : { ...finder.search, words, isRegularExpression: false }
    dispatch?.(changeFinder(state.tr, { bar, asked: finder.asked + 1, search }))
    return true
  }
}

function selectedWords({ selection, doc }: EditorState): string {
  const { $from, $to } = selection
  if (selection.empty || !$from.sameParent($to) || !$from.parent.inlineContent) return ''
  const words = doc.textBetween(selection.from, selection.to)
  return words.length > longestWords ? '' : words
}

/** Closes the bar; its words are kept for the next time. */
export const closeFind: Command = (state, dispatch) => {
  if (finderOf(state).bar === 'closed') return false
  dispatch?.(changeFinder(state.tr, { bar: 'closed', within: null }))
  return true
}

/** Looks for something else, and shows the first place from the start of the selection on. */
export function lookFor(search: SearchFor): Command {
  return (state, dispatch, view) => {
    if (dispatch === undefined || view === undefined) return true
    dispatch(changeFinder(state.tr, { search }))
    const { matches } = finderOf(view.state)
    const { from } = view.state.selection
    const first = matches.find((match) => match.from >= from) ?? matches[0]
    if (first !== undefined) dispatch(selecting(view.state.tr, first))
    return true
  }
}

/** Keeps the search to what is selected, or with null lets it have the whole story again. */
export function lookWithin(within: Range | null): Command {
  return (state, dispatch) => {
    dispatch?.(changeFinder(state.tr, { within }))
    return true
  }
}

/** Selects the next place, and after the last one the first. */
export const findNext: Command = (state, dispatch) => {
  const { matches } = finderOf(state)
  const { from, to } = state.selection
  const next = matches.find((match) => match.from >= to && (match.from > from || match.to > to)) ?? matches[0]
  if (next === undefined) return false
  dispatch?.(selecting(state.tr, next))
  return true
}

/** Selects the place before, and before the first one the last. */
export const findPrevious: Command = (state, dispatch) => {
  const { matches } = finderOf(state)
  const { from } = state.selection
  const before = matches.findLast((match) => match.to <= from) ?? matches.at(-1)
  if (before === undefined) return false
  dispatch?.(selecting(state.tr, before))
  return true
}

/** Replaces the place that is selected and goes to the next one; goes to the next one when none is. */
export const replaceHere: Command = (state, dispatch, view) => {
  const here = matchHere(state)
  if (here === null) return findNext(state, dispatch)
  if (dispatch === undefined || view === undefined) return true
  const transaction = state.tr
  replaceIn(transaction, state, here)
  transaction.setSelection(TextSelection.create(transaction.doc, transaction.mapping.map(here.to)))
  dispatch(closeHistory(transaction))
  findNext(view.state, dispatch)
  return true
}

/** What `replaceAll` did. */
export interface Replaced {
  readonly count: number
  /** Places in tagged quotations that were left as they are. */
  readonly left: number
}

/**
 * Replaces every place as one step of undo. Words in tagged quotations are somebody else's: they stay unless
 * `isWithQuoted` says otherwise.
 */
export function replaceAll(view: EditorView, isWithQuoted: boolean): Replaced {
  const { state } = view
  const { matches } = finderOf(state)
  const replaced = isWithQuoted ? matches : matches.filter((match) => !match.isQuoted)
  if (replaced.length > 0) {
    const transaction = closeHistory(state.tr)
    // From the end, so that no place is moved before its turn.
    for (const match of replaced.toReversed()) replaceIn(transaction, state, match)
    view.dispatch(transaction.scrollIntoView())
  }
  return { count: replaced.length, left: matches.length - replaced.length }
}

/** The place that is selected, or null. */
export function matchHere(state: EditorState): Match | null {
  const { from, to } = state.selection
  return finderOf(state).matches.find((match) => match.from === from && match.to === to) ?? null
}

function replaceIn(transaction: Transaction, state: EditorState, { from, to, result }: Match): void {
  const { search } = finderOf(state)
  if (search.isRegularExpression) {
    const parts = searchQuery(search).getReplacements(state, result)
    for (const part of parts.toReversed()) transaction.replace(part.from, part.to, part.insert)
    return
  }
  const marks = state.doc.resolve(from).marksAcross(state.doc.resolve(to))
  if (search.replacement === '') transaction.delete(from, to)
  else transaction.replaceWith(from, to, state.schema.text(search.replacement, marks))
}

function selecting(transaction: Transaction, { from, to }: Range): Transaction {
  return transaction.setSelection(TextSelection.create(transaction.doc, from, to)).scrollIntoView()
}
