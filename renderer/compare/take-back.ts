import { closeHistory } from 'prosemirror-history'
import { Fragment } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import { quoteIdOf, quoteTable } from '../../storage/model/quotations.ts'
import type { Quote } from '../../storage/model/quote.ts'
import type { Change, ShownBlock, ShownComparison } from './changes.ts'
import { placedBlocks } from './placed-blocks.ts'
import type { PlacedBlock } from './placed-blocks.ts'

/**
 * Puts what `older` has in place of one change, and leaves every other as it is: one step of undo. `state` must hold
 * the newer document of the comparison. Null where the schema has no room for it any more.
 */
export function takeBack(
  state: EditorState,
  { blocks, changes }: ShownComparison,
  number: number,
  older: Node,
): Transaction | null {
  const change = changes[number - 1]
  const block = change === undefined ? undefined : blocks[change.block]
  if (change === undefined || block === undefined) return null
  const before = block.before === null ? null : (placedBlocks(older)[block.before] ?? null)
  const newer = placedBlocks(state.doc)
  const after = block.after === null ? null : (newer[block.after] ?? null)
  const transaction = closeHistory(state.tr)
  try {
    if (after === null) {
      if (before === null) return null
      putBack(transaction, older, before, lastBefore(blocks, block, newer))
    } else if (before === null) remove(transaction, after)
    else if (change.kind === 'form') resetForm(transaction, before, after)
    else putWords(transaction, change, before, after)
    bringQuotes(transaction, older)
    transaction.doc.check()
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && error.name === 'TransformError')) return null
    throw error
  }
  return transaction.docChanged ? transaction : null
}

function putWords(transaction: Transaction, change: Change, before: PlacedBlock, after: PlacedBlock): void {
  const words = before.node.content.cut(change.beforeAt, change.beforeAt + change.deleted.length)
  const from = after.pos + 1 + change.afterAt
  transaction.replaceWith(from, from + change.inserted.length, words)
}

function resetForm(transaction: Transaction, before: PlacedBlock, after: PlacedBlock): void {
  transaction.replaceWith(after.pos, after.pos + after.node.nodeSize, before.node)
}

/** Removes a block, and with it whatever holds nothing else: its list, its figure. */
function remove(transaction: Transaction, { node, pos }: PlacedBlock): void {
  const place = transaction.doc.resolve(pos)
  let [from, to] = [pos, pos + node.nodeSize]
  for (let depth = place.depth; depth > 0 && place.node(depth).childCount === 1; depth -= 1) {
    from = place.before(depth)
    to = place.after(depth)
  }
  transaction.delete(from, to)
}

/** The block of the newer document that stands before one that fell out. */
function lastBefore(
  blocks: readonly ShownBlock[],
  block: ShownBlock,
  newer: readonly PlacedBlock[],
): PlacedBlock | null {
  const last = blocks.slice(0, block.index).findLast(({ after }) => after !== null)
  return newer[last?.after ?? 0] ?? null
}

/** Puts a block that fell out behind another: as an item of its list where both are in one of a kind. */
function putBack(transaction: Transaction, older: Node, before: PlacedBlock, previous: PlacedBlock | null): void {
  if (previous === null) return
  const came = older.resolve(before.pos)
  const at = transaction.doc.resolve(previous.pos)
  const isShared =
    came.depth > 0 && at.depth > 0 && came.node(1).type === at.node(1).type && came.node(1).type.name !== 'figure'
  const shared = isShared ? 1 : 0
  let node = before.node
  for (let depth = came.depth; depth > shared; depth -= 1) node = came.node(depth).copy(Fragment.from(node))
  transaction.insert(at.depth > shared ? at.after(shared + 1) : previous.pos + previous.node.nodeSize, node)
}

/** What is known of the quotations that came back with the words. */
function bringQuotes(transaction: Transaction, older: Node): void {
  const table = quoteTable(transaction.doc)
  const known = quoteTable(older)
  const back: Record<string, Quote> = {}
  transaction.doc.descendants((node) => {
    const id = node.isText ? quoteIdOf(node) : null
    const quote = id === null || table[id] !== undefined ? undefined : known[id]
    if (quote !== undefined) back[quote.id] = quote
  })
  if (Object.keys(back).length > 0) transaction.setDocAttribute('quotes', { ...table, ...back })
}
