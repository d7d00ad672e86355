/**
 * Numbers of changes on one line would lie on each other: two stand side by side, more become a range. Reads where the
 * lines are, so it is called when the words have been laid out.
 */
export function labelsOnLines(words: HTMLElement): void {
  const labels = [...words.querySelectorAll<HTMLElement>('[data-number]')]
  for (const line of linesOf(labels)) {
    const last = line.at(-1)
    for (const [index, label] of line.entries()) {
      const number = label.dataset['number'] ?? ''
      const isRange = line.length > 2
      label.textContent = isRange && index === 0 ? `${number}–${last?.dataset['number'] ?? ''}` : number
      label.dataset['place'] = isRange
        ? index === 0
          ? 'range'
          : 'behind'
        : line.length === 2 && index === 0
          ? 'outer'
          : 'own'
    }
  }
}

function linesOf(labels: readonly HTMLElement[]): HTMLElement[][] {
  const lines: HTMLElement[][] = []
  let top = Number.NaN
  for (const label of labels) {
    if (Math.abs(label.offsetTop - top) < 2) lines.at(-1)?.push(label)
    else lines.push([label])
    top = label.offsetTop
  }
  return lines
}
