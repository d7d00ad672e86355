import { visibleRange } from './visible-range.ts'

/** Rows of a list that stand together under a heading. */
export interface ListSection {
  readonly key: string
  readonly words: string
  readonly count: number
  /** Shown at the end of the heading. */
  readonly note: string
}

/** A stretch of rows and where it lies, in pixels from the beginning of the list. */
export interface Block {
  readonly section: ListSection | null
  readonly first: number
  readonly count: number
  readonly top: number
  readonly height: number
}

export const headingHeight = 28

/** The stretches of a list of `total` rows; one without a heading where nothing is grouped. */
export function blocksOf(sections: readonly ListSection[], total: number, rowHeight: number): Block[] {
  if (sections.length === 0) return [{ section: null, first: 0, count: total, top: 0, height: total * rowHeight }]
  const blocks: Block[] = []
  let [first, top] = [0, 0]
  for (const [index, section] of sections.entries()) {
    // A row may have gone before the counts of the groups follow: the last group ends where the list does.
    const left = total - first
    const count = index === sections.length - 1 ? left : Math.min(section.count, left)
    if (count <= 0) continue
    const height = headingHeight + count * rowHeight
    blocks.push({ section, first, count, top, height })
    first += count
    top += height
  }
  return blocks
}

function headingOf(block: Block): number {
  return block.section === null ? 0 : headingHeight
}

/** Where a row lies in its block, in pixels. */
export function topInBlock(block: Block, index: number, rowHeight: number): number {
  return headingOf(block) + (index - block.first) * rowHeight
}

/** The block of a row, and where the row lies in the list; null when there is no such row. */
export function placeOfRow(
  blocks: readonly Block[],
  index: number,
  rowHeight: number,
): { readonly top: number; readonly heading: number } | null {
  const block = blocks.find(({ first, count }) => index >= first && index < first + count)
  if (block === undefined) return null
  return { top: block.top + topInBlock(block, index, rowHeight), heading: headingOf(block) }
}

/** The rows of a block to draw for a list scrolled to `top` that shows `height` pixels. */
export function rowsInSight(block: Block, top: number, height: number, rowHeight: number): number[] {
  const range = visibleRange(top - block.top - headingOf(block), height, rowHeight, block.count)
  return range.map((index) => block.first + index)
}
