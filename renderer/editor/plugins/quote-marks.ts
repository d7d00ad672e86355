import type { Node } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'
import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { quoteStateOf } from '../../../storage/language/quote-state.ts'
import { quoteAt } from '../queries/quote-at.ts'
import { quoteIdsBetween, quoteIndex } from '../queries/quote-index.ts'
import { quoteTable } from '../../../storage/model/quotations.ts'
import { changedBlocks } from './changed-blocks.ts'

const key = new PluginKey<DecorationSet>('quote-marks')

/**
 * Shows which verified quotations say something else now (dashed), and which quotation the caret is in (washed).
 * The solid line of a tagged quotation needs no decoration: it is the style of its mark.
 */
export function quoteMarks(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, state) => changedRuns(state.doc),
      apply: (transaction, marked, before, after) => {
        if (!transaction.docChanged) return marked
        return concernsQuotes(before.doc, after.doc)
          ? changedRuns(after.doc)
          : marked.map(transaction.mapping, transaction.doc)
      },
    },
    props: {
      decorations: (state) => {
        const marked = key.getState(state) ?? DecorationSet.empty
        const active = activeRuns(state)
        return active.length === 0 ? marked : marked.add(state.doc, active)
      },
    },
  })
}

/** True when an edit touched a block with quoted words in it, or the table. */
function concernsQuotes(before: Node, after: Node): boolean {
  if (before.attrs['quotes'] !== after.attrs['quotes']) return true
  const blocks = changedBlocks(before, after)
  if (blocks === null) return false
  return (
    quoteIdsBetween(before, blocks.from, blocks.beforeTo).size > 0 ||
    quoteIdsBetween(after, blocks.from, blocks.afterTo).size > 0
  )
}

function changedRuns(document: Node): DecorationSet {
  const index = quoteIndex(document)
  const changed = Object.values(quoteTable(document)).flatMap((quote) => {
    const runs = index.get(quote.id) ?? []
    return quoteStateOf(quote, runs) === 'changed' ? runs : []
  })
  if (changed.length === 0) return DecorationSet.empty
  return DecorationSet.create(
    document,
    changed.map((run) => Decoration.inline(run.from, run.to, { class: 'quote-changed' })),
  )
}

function activeRuns(state: EditorState): Decoration[] {
  const id = quoteAt(state)
  if (id === null) return []
  return (quoteIndex(state.doc).get(id) ?? []).map((run) =>
    Decoration.inline(run.from, run.to, { class: 'quote-active' }),
  )
}
