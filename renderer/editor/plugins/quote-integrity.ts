import type { EditorState, Transaction } from 'prosemirror-state'
import { Plugin } from 'prosemirror-state'
import { quoteTable } from '../../../storage/model/quotations.ts'
import type { Quote, QuoteTable } from '../../../storage/model/quote.ts'
import { quoteIdSchema } from '../../../storage/model/ids.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { quoteIndex, quotesDiffer } from '../queries/quote-index.ts'
import { changedBlocks } from './changed-blocks.ts'
import type { QuoteMemory } from './quote-memory.ts'

/**
 * Keeps runs and entries together: a run whose entry is gone gets it back from memory or loses its mark, an entry
 * whose last run is gone leaves the table. Both happen with the edit that caused them, so one undo takes back all.
 */
export function quoteIntegrity(memory: QuoteMemory): Plugin {
  return new Plugin({
    state: {
      init: (_config, state) => remembering(memory, state.doc.attrs['quotes'], quoteTable(state.doc)),
      apply: (_tr, seen: unknown, _old, state) => {
        const quotes: unknown = state.doc.attrs['quotes']
        return seen === quotes ? seen : remembering(memory, quotes, quoteTable(state.doc))
      },
    },
    appendTransaction: (transactions, before, after) =>
      transactions.some((transaction) => transaction.docChanged) ? mend(before, after, memory) : null,
  })
}

function remembering(memory: QuoteMemory, seen: unknown, table: QuoteTable): unknown {
  memory.remember(table)
  return seen
}

function mend(before: EditorState, after: EditorState, memory: QuoteMemory): Transaction | null {
  const blocks = changedBlocks(before.doc, after.doc)
  const isSame = before.doc.attrs['quotes'] === after.doc.attrs['quotes']
  if (blocks === null) {
    if (isSame) return null
  } else if (!quotesDiffer(before.doc, after.doc, blocks.from, blocks.beforeTo, blocks.afterTo)) return null

  const index = quoteIndex(after.doc)
  const table = quoteTable(after.doc)
  const kept: Record<string, Quote> = {}
  let changed = false
  for (const quote of Object.values(table)) {
    if (index.has(quote.id)) kept[quote.id] = quote
    else changed = true
  }
  const transaction = after.tr
  for (const [id, runs] of index) {
    if (kept[id] !== undefined) continue
    const known = memory.recall(quoteIdSchema.parse(id))
    if (known !== null) {
      kept[id] = known
      changed = true
    } else for (const run of runs) transaction.removeMark(run.from, run.to, schema.marks.quote)
  }
  if (changed) transaction.setDocAttribute('quotes', kept)
  return transaction.docChanged ? transaction : null
}
