import type { FoundQuotation } from '../../../storage/language/quotations/found.ts'
import type { TextBlock } from '../../../storage/model/text.ts'

/** A statement somebody seems to have made, not tagged yet. Its runs take in the quotation marks around the words. */
export interface Suggestion {
  readonly runs: readonly { readonly from: number; readonly to: number }[]
  readonly kind: 'direct' | 'partial'
  /** The fullest name the story gives the speaker, or null. */
  readonly speaker: string | null
  /** How the attribution calls the speaker: "the district governor", "she". */
  readonly mention: string | null
  readonly words: string
}

/** The statements of what a detector found in `blocks`: runs that share a statement's number become one suggestion. */
export function suggestionsFrom(found: readonly FoundQuotation[], blocks: readonly TextBlock[]): Suggestion[] {
  const statements = new Map<number, FoundQuotation[]>()
  for (const quotation of found) {
    const runs = statements.get(quotation.statement)
    if (runs === undefined) statements.set(quotation.statement, [quotation])
    else runs.push(quotation)
  }
  return [...statements.values()].map((runs) => {
    const attributed = runs.find((run) => run.speaker !== null)?.speaker ?? null
    return {
      runs: runs.flatMap((run) => {
        const block = blocks[run.block]
        return block === undefined ? [] : [{ from: block.pos + 1 + run.outerFrom, to: block.pos + 1 + run.outerTo }]
      }),
      kind: runs.some((run) => run.kind === 'direct') ? 'direct' : 'partial',
      speaker: attributed?.name ?? null,
      mention: attributed?.text ?? null,
      words: runs.map((run) => run.text).join(' '),
    }
  })
}
