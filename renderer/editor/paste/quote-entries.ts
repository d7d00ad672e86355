import { DOMSerializer } from 'prosemirror-model'
import type { Node, Slice } from 'prosemirror-model'
import { Fragment, Slice as NewSlice } from 'prosemirror-model'
import { quoteTable } from '../../../storage/model/quotations.ts'
import { quoteIdSchema } from '../../../storage/model/ids.ts'
import type { QuoteId } from '../../../storage/model/ids.ts'
import { quoteSchema } from '../../../storage/model/quote.ts'
import type { QuoteTable } from '../../../storage/model/quote.ts'
import { schema } from '../../../storage/model/schema/index.ts'

const entryAttribute = 'data-quote-entry'

/** Writes copied text so that every run of a quotation carries what the story at hand knows of it. */
export function serializerWithEntries(table: () => QuoteTable): DOMSerializer {
  const nodes = DOMSerializer.nodesFromSchema(schema)
  const marks = DOMSerializer.marksFromSchema(schema)
  return new DOMSerializer(nodes, {
    ...marks,
    quote: (mark) => {
      const id = quoteIdSchema.parse(mark.attrs['id'])
      const entry = table()[id]
      return ['span', { 'data-quote': id, [entryAttribute]: entry === undefined ? null : JSON.stringify(entry) }, 0]
    },
  })
}

/** The entries that pasted HTML carries, those that hold to the schema. */
export function entriesIn(root: ParentNode): QuoteTable {
  const table: Record<QuoteId, ReturnType<typeof quoteSchema.parse>> = {}
  for (const element of root.querySelectorAll(`[${entryAttribute}]`)) {
    const entry = quoteSchema.safeParse(jsonOf(element.getAttribute(entryAttribute) ?? ''))
    if (entry.success) table[entry.data.id] = entry.data
  }
  return table
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * Gives quotations in a pasted slice new ids where the document has a quotation of that id already: a copy is a
 * quotation of its own. Returns the new slice and which id became which.
 */
export function withFreshIds(
  slice: Slice,
  document: Node,
  freshId: () => QuoteId,
): { slice: Slice; renamed: ReadonlyMap<QuoteId, QuoteId> } {
  const taken = quoteTable(document)
  const renamed = new Map<QuoteId, QuoteId>()
  const rename = (fragment: Fragment): Fragment => {
    const nodes: Node[] = []
    fragment.forEach((node) => {
      if (!node.isText) {
        nodes.push(node.copy(rename(node.content)))
        return
      }
      const marks = node.marks.map((mark) => {
        if (mark.type !== schema.marks.quote) return mark
        const id = quoteIdSchema.parse(mark.attrs['id'])
        if (taken[id] === undefined) return mark
        const fresh = renamed.get(id) ?? freshId()
        renamed.set(id, fresh)
        return schema.marks.quote.create({ id: fresh })
      })
      nodes.push(node.mark(marks))
    })
    return Fragment.fromArray(nodes)
  }
  const content = rename(slice.content)
  return { slice: new NewSlice(content, slice.openStart, slice.openEnd), renamed }
}
