import type { Node } from 'prosemirror-model'
import { quoteIdSchema } from './ids.ts'
import type { QuoteId } from './ids.ts'
import { quoteTableSchema } from './quote.ts'
import type { Quote, QuoteTable } from './quote.ts'

/** A stretch of text that bears one quotation's mark, unbroken within one block. */
export interface QuoteRun {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** A tagged quotation: its entry and its runs in reading order. */
export interface Quotation {
  readonly quote: Quote
  readonly runs: readonly QuoteRun[]
}

const tables = new WeakMap<object, QuoteTable>()

/** The document's table of quotations, parsed once per table. */
export function quoteTable(document: Node): QuoteTable {
  const raw: unknown = document.attrs['quotes']
  if (typeof raw !== 'object' || raw === null) return {}
  const known = tables.get(raw)
  if (known !== undefined) return known
  const table = quoteTableSchema.parse(raw)
  tables.set(raw, table)
  return table
}

/** The quotation id that a text node bears, or null. */
export function quoteIdOf(node: Node): QuoteId | null {
  const mark = node.marks.find((candidate) => candidate.type.name === 'quote')
  return mark === undefined ? null : (quoteIdSchema.safeParse(mark.attrs['id']).data ?? null)
}

/** Every run of every tagged quotation by id, in reading order. Neighbouring text nodes of one id are one run. */
export function quoteRuns(document: Node): Map<QuoteId, QuoteRun[]> {
  const runs = new Map<QuoteId, QuoteRun[]>()
  document.descendants((node, pos) => {
    if (!node.isText) return true
    const id = quoteIdOf(node)
    if (id === null) return false
    const known = runs.get(id) ?? []
    const last = known.at(-1)
    const text = node.text ?? ''
    if (last !== undefined && last.to === pos)
      known[known.length - 1] = { from: last.from, to: pos + node.nodeSize, text: last.text + text }
    else known.push({ from: pos, to: pos + node.nodeSize, text })
    runs.set(id, known)
    return false
  })
  return runs
}

/** The tagged quotations in reading order of their first run. Entries without a run are left out. */
export function quotations(document: Node): Quotation[] {
  const table = quoteTable(document)
  return [...quoteRuns(document)].flatMap(([id, runs]) => {
    const quote = table[id]
    return quote === undefined ? [] : [{ quote, runs }]
  })
}

/** The words of a quotation as printed, quotation marks with them, its runs joined by a space. */
export function printedWords(runs: readonly QuoteRun[]): string {
  return runs.map((run) => run.text.trim()).join(' ')
}

/** The same of a whole quotation. */
export function quotationText({ runs }: Quotation): string {
  return printedWords(runs)
}
