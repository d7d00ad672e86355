/** Rows kept above and below the ones in sight, so that a quick scroll shows no gap. */
const overscan = 4

/** Indexes of the rows to draw for a list scrolled to `top` that shows `height` pixels of rows of `rowHeight`. */
export function visibleRange(top: number, height: number, rowHeight: number, count: number): number[] {
  const first = Math.max(0, Math.floor(top / rowHeight) - overscan)
  const last = Math.min(count - 1, Math.ceil((top + height) / rowHeight) + overscan)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset)
}
