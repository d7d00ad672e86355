import type { ShownBlock } from './changes.ts'

/** What stands below one another on the sheet: a block that is shown, or a run of unchanged ones folded into a line. */
export type SheetPart =
  | { readonly kind: 'block'; readonly block: ShownBlock }
  | { readonly kind: 'fold'; readonly blocks: readonly ShownBlock[] }

/** Folds runs of blocks in which nothing changed. Headline and standfirst are always shown: they say which story it is. */
export function foldUnchanged(blocks: readonly ShownBlock[]): SheetPart[] {
  const parts: SheetPart[] = []
  let run: ShownBlock[] = []
  const settle = (): void => {
    if (run.length > 0) parts.push({ kind: 'fold', blocks: run })
    run = []
  }
  for (const block of blocks) {
    const isHead = block.compared.type === 'headline' || block.compared.type === 'standfirst'
    if (block.changes.length === 0 && !isHead) run.push(block)
    else {
      settle()
      parts.push({ kind: 'block', block })
    }
  }
  settle()
  return parts
}
