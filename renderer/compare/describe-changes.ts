import type { Node } from 'prosemirror-model'
import { quoteIdOf, quoteTable } from '../../storage/model/quotations.ts'
import type { Change, ShownBlock, ShownComparison } from './changes.ts'
import { factOf } from './facts.ts'
import type { Fact } from './facts.ts'
import { placedBlocks } from './placed-blocks.ts'
import type { PlacedBlock } from './placed-blocks.ts'

/** A change and what an editor wants to know of it. */
export interface DescribedChange {
  readonly change: Change
  readonly block: ShownBlock
  readonly fact: Fact | null
  /** Whether it lies in a tagged quotation, and whether that one was verified. */
  readonly quote: 'tagged' | 'verified' | null
}

/** Looks at every change in both documents. */
export function describeChanges({ blocks, changes }: ShownComparison, from: Node, to: Node): DescribedChange[] {
  const older = placedBlocks(from)
  const newer = placedBlocks(to)
  return changes.flatMap((change) => {
    const block = blocks[change.block]
    if (block === undefined) return []
    const before = block.before === null ? undefined : older[block.before]
    const after = block.after === null ? undefined : newer[block.after]
    const lead = (after?.node ?? before?.node)?.textContent.slice(
      0,
      after === undefined ? change.beforeAt : change.afterAt,
    )
    const fact = change.kind === 'form' ? null : factOf(change.deleted, change.inserted, lead ?? '')
    const quotes = [
      quoteIn(to, after, change.afterAt, change.inserted.length),
      quoteIn(from, before, change.beforeAt, change.deleted.length),
    ]
    const quote = quotes.includes('verified') ? 'verified' : quotes.includes('tagged') ? 'tagged' : null
    return [{ change, block, fact, quote }]
  })
}

/** The quotation that a stretch of a block lies in or touches from inside. */
function quoteIn(document: Node, block: PlacedBlock | undefined, at: number, length: number): DescribedChange['quote'] {
  if (block === undefined || !block.node.isTextblock) return null
  const table = quoteTable(document)
  let found: DescribedChange['quote'] = null
  block.node.nodesBetween(at, at + length, (node) => {
    const id = node.isText ? quoteIdOf(node) : null
    if (id === null) return
    if (table[id]?.verification.state === 'verified') found = 'verified'
    else found ??= 'tagged'
  })
  return found
}
