import type { EditorState, Transaction } from 'prosemirror-state'
import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { Range } from '../commands/ranges.ts'
import { matchesOf } from './matches.ts'
import type { Match } from './matches.ts'
import { searchForNothing, searchQuery } from './search-for.ts'
import type { SearchFor } from './search-for.ts'

/** The bar over the sheet that finds words in the story, and what it found. */
export interface Finder {
  readonly bar: 'closed' | 'find' | 'replace'
  /** Counts every time the bar was asked for, so that asking again brings the caret back into it. */
  readonly asked: number
  readonly search: SearchFor
  /** The stretch that the search keeps to, following every change of the text, or null for the whole story. */
  readonly within: Range | null
  readonly matches: readonly Match[]
}

type Change = Partial<Pick<Finder, 'bar' | 'asked' | 'search' | 'within'>>

const closed: Finder = { bar: 'closed', asked: 0, search: searchForNothing, within: null, matches: [] }
const key = new PluginKey<Finder>('finder')

/** What is being looked for in this story, and where it stands. */
export function finderOf(state: EditorState): Finder {
  return key.getState(state) ?? closed
}

/** Changes what is looked for, or opens or closes the bar. */
export function changeFinder(transaction: Transaction, change: Change): Transaction {
  return transaction.setMeta(key, change)
}

/** Keeps the search of a story: nothing is searched, and nothing costs, while the bar is closed. */
export function finder(): Plugin<Finder> {
  return new Plugin<Finder>({
    key,
    state: {
      init: () => closed,
      apply: (transaction, finder, _before, state) => {
        const change = transaction.getMeta(key) as Change | undefined
        if (change === undefined && (finder.bar === 'closed' || !transaction.docChanged)) return finder
        const within = transaction.docChanged ? moved(finder.within, transaction) : finder.within
        return found(state, { ...finder, within, ...change })
      },
    },
    props: {
      decorations: (state) => {
        const { matches } = finderOf(state)
        if (matches.length === 0) return null
        const { from, to } = state.selection
        return DecorationSet.create(
          state.doc,
          matches.map((match) => Decoration.inline(match.from, match.to, { class: classOf(match, from, to) })),
        )
      },
    },
  })
}

function found(state: EditorState, finder: Finder): Finder {
  const matches = finder.bar === 'closed' ? [] : matchesOf(state, searchQuery(finder.search), finder.within)
  return { ...finder, matches }
}

function moved(within: Range | null, { mapping }: Transaction): Range | null {
  if (within === null) return null
  const from = mapping.map(within.from, -1)
  const to = mapping.map(within.to, 1)
  return from < to ? { from, to } : null
}

function classOf(match: Match, from: number, to: number): string {
  const isHere = match.from === from && match.to === to
  return ['found', match.isQuoted ? 'found--quoted' : '', isHere ? 'found--here' : ''].filter(Boolean).join(' ')
}
