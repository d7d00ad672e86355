import type { Node } from 'prosemirror-model'
import { quoteIdOf } from '../../../storage/model/quotations.ts'
import type { QuoteRun } from '../../../storage/model/quotations.ts'
import type { QuoteId } from '../../../storage/model/ids.ts'

interface BlockRun extends QuoteRun {
  readonly id: QuoteId
}

const runsOfBlocks = new WeakMap<Node, readonly BlockRun[]>()
const idsOfBlocks = new WeakMap<Node, ReadonlySet<QuoteId>>()
const indexes = new WeakMap<Node, ReadonlyMap<QuoteId, readonly QuoteRun[]>>()

/** The runs inside one top-level block, counted from the position before it. Read once per block object. */
function runsOfBlock(block: Node): readonly BlockRun[] {
  const known = runsOfBlocks.get(block)
  if (known !== undefined) return known
  const runs: BlockRun[] = []
  block.descendants((node, pos) => {
    if (!node.isText) return true
    const id = quoteIdOf(node)
    if (id === null) return false
    const from = pos + 1
    const to = from + node.nodeSize
    const text = node.text ?? ''
    const last = runs.at(-1)
    if (last?.id === id && last.to === from) runs[runs.length - 1] = { ...last, to, text: last.text + text }
    else runs.push({ id, from, to, text })
    return false
  })
  runsOfBlocks.set(block, runs)
  return runs
}

/** The ids of the quotations that have a run inside one top-level block. */
export function quoteIdsOfBlock(block: Node): ReadonlySet<QuoteId> {
  const known = idsOfBlocks.get(block)
  if (known !== undefined) return known
  const ids = new Set(runsOfBlock(block).map((run) => run.id))
  idsOfBlocks.set(block, ids)
  return ids
}

/** Every run of every quotation by id, in reading order: what `quoteRuns` finds, reading only blocks not read before. */
export function quoteIndex(document: Node): ReadonlyMap<QuoteId, readonly QuoteRun[]> {
  const known = indexes.get(document)
  if (known !== undefined) return known
  const index = new Map<QuoteId, QuoteRun[]>()
  document.forEach((block, offset) => {
    for (const { id, from, to, text } of runsOfBlock(block)) {
      const runs = index.get(id) ?? []
      runs.push({ from: offset + from, to: offset + to, text })
      index.set(id, runs)
    }
  })
  indexes.set(document, index)
  return index
}

/** True when the two documents differ in which quotations the blocks between them hold, or in what is known of them. */
export function quotesDiffer(before: Node, after: Node, from: number, beforeTo: number, afterTo: number): boolean {
  if (before.attrs['quotes'] !== after.attrs['quotes']) return true
  const old = quoteIdsBetween(before, from, beforeTo)
  const fresh = quoteIdsBetween(after, from, afterTo)
  return old.size !== fresh.size || [...old].some((id) => !fresh.has(id))
}

/** The ids of the quotations that have a run in the top-level blocks from index `from` to `to`, exclusive. */
export function quoteIdsBetween(document: Node, from: number, to: number): Set<QuoteId> {
  const ids = new Set<QuoteId>()
  for (let index = from; index < to; index += 1) {
    for (const id of quoteIdsOfBlock(document.child(index))) ids.add(id)
  }
  return ids
}
