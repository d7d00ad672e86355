import type { Node } from 'prosemirror-model'
import { textBlocks } from '../model/text.ts'
import type { TextBlock } from '../model/text.ts'
import { quotationDetector } from './quotations/detect.ts'
import type { FoundQuotation } from './quotations/found.ts'

/** A stretch of words somebody seems to have said, in positions of the document. */
export interface SuggestedRun {
  /** The words. */
  readonly from: number
  readonly to: number
  /** The words and the marks around them: what a tag covers. */
  readonly outerFrom: number
  readonly outerTo: number
  readonly text: string
}

/** One statement that could be tagged: its runs in reading order and who seems to have said it. */
export interface QuotationSuggestion {
  readonly runs: readonly SuggestedRun[]
  readonly kind: 'direct' | 'partial'
  /** The fullest name the story gives, else the mention as written; null when nobody is named. */
  readonly speaker: string | null
  /** Where the attribution names the speaker, in positions of the document. */
  readonly mention: { readonly from: number; readonly to: number; readonly text: string } | null
  readonly confidence: number
  /** True when any run bears a quotation's mark already. */
  readonly tagged: boolean
}

/** Blocks in which people are quoted. The headline repeats the story, a pull quote repeats a quotation. */
const read = new Set(['paragraph', 'standfirst'])

/**
 * Makes a function that finds the quotations of a story each time it changed; blocks that stayed are not read again.
 * `language` is a BCP 47 tag.
 */
export function quotationSuggester(language: string): (document: Node) => QuotationSuggestion[] {
  const detect = quotationDetector(language)
  return (document) => {
    const blocks = textBlocks(document)
    const found = detect(blocks.map((block) => (read.has(block.node.type.name) ? block.text : '')))
    const statements = new Map<number, FoundQuotation[]>()
    for (const run of found) {
      const runs = statements.get(run.statement)
      if (runs === undefined) statements.set(run.statement, [run])
      else runs.push(run)
    }
    return [...statements.values()].map((runs) => suggestion(document, blocks, runs))
  }
}

function suggestion(
  document: Node,
  blocks: readonly TextBlock[],
  runs: readonly FoundQuotation[],
): QuotationSuggestion {
  const at = (block: number): number => (blocks[block]?.pos ?? 0) + 1
  const speaker = runs.find((run) => run.speaker !== null)?.speaker ?? null
  const placed = runs.map((run) => ({
    from: at(run.block) + run.from,
    to: at(run.block) + run.to,
    outerFrom: at(run.block) + run.outerFrom,
    outerTo: at(run.block) + run.outerTo,
    text: run.text,
  }))
  const mark = document.type.schema.marks['quote']
  return {
    runs: placed,
    kind: runs.some((run) => run.kind === 'direct') ? 'direct' : 'partial',
    speaker: speaker === null ? null : (speaker.name ?? speaker.text),
    mention:
      speaker === null
        ? null
        : { from: at(speaker.block) + speaker.from, to: at(speaker.block) + speaker.to, text: speaker.text },
    confidence: Math.max(...runs.map((run) => run.confidence)),
    tagged: mark !== undefined && placed.some((run) => document.rangeHasMark(run.from, run.to, mark)),
  }
}
