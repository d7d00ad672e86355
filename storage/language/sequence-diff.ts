/** A run of two sequences: `same` lies in both, `deleted` only in the first, `inserted` only in the second. */
interface SequenceRun {
  readonly kind: 'same' | 'deleted' | 'inserted'
  /** Where the run begins in the first and in the second sequence. */
  readonly a: number
  readonly b: number
  readonly length: number
}

interface Stretch {
  /** True once nothing was found in it that both sides hold only once: it is not looked for again in what is left. */
  readonly isMonotonous: boolean
  readonly a: number
  readonly aEnd: number
  readonly b: number
  readonly bEnd: number
}

/** How many differences Myers' algorithm looks for at once. */
const patience = 256

/**
 * What leads from one sequence to the other, as runs in order; of a change the deletion comes first.
 * Myers (1986) where the two are near each other, so the answer is then the shortest. Where they are far apart the
 * stretch is first cut at items that each side holds exactly once, or goes on from where the search came furthest:
 * that keeps the cost near the length.
 */
export function sequenceDiff<T>(a: readonly T[], b: readonly T[]): SequenceRun[] {
  const runs = new Runs()
  const waiting: Stretch[] = [{ a: 0, aEnd: a.length, b: 0, bEnd: b.length, isMonotonous: false }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const stretch = trimmed(a, b, next)
    runs.add('same', next.a, next.b, stretch.a - next.a)
    const parts = solve(a, b, stretch, runs)
    if (next.aEnd > stretch.aEnd) {
      const tail = { ...next, a: stretch.aEnd, b: stretch.bEnd }
      if (parts.length === 0) runs.add('same', tail.a, tail.b, tail.aEnd - tail.a)
      else waiting.push(tail)
    }
    waiting.push(...parts.reverse())
  }
  return runs.list
}

/** The stretch without what both sides begin and end with. */
function trimmed<T>(a: readonly T[], b: readonly T[], stretch: Stretch): Stretch {
  let { a: from, b: fromB, aEnd, bEnd } = stretch
  while (from < aEnd && fromB < bEnd && a[from] === b[fromB]) {
    from += 1
    fromB += 1
  }
  while (aEnd > from && bEnd > fromB && a[aEnd - 1] === b[bEnd - 1]) {
    aEnd -= 1
    bEnd -= 1
  }
  return { ...stretch, a: from, b: fromB, aEnd, bEnd }
}

/** Writes the runs of a stretch, or hands back the smaller stretches that it was cut into. */
function solve<T>(a: readonly T[], b: readonly T[], stretch: Stretch, runs: Runs): Stretch[] {
  const { a: from, b: fromB, aEnd, bEnd } = stretch
  if (from === aEnd || fromB === bEnd) {
    runs.add('deleted', from, fromB, aEnd - from)
    runs.add('inserted', aEnd, fromB, bEnd - fromB)
    return []
  }
  const { matches, end } = walk(a, b, stretch)
  const isWhole = end.a === aEnd && end.b === bEnd
  const anchors = isWhole || stretch.isMonotonous ? [] : onlyOnce(a, b, stretch)
  if (anchors.length > 0) {
    const starts = [{ a: from, b: fromB }, ...anchors]
    return starts.map((start, index) => {
      const next = starts[index + 1]
      return { ...start, aEnd: next?.a ?? aEnd, bEnd: next?.b ?? bEnd, isMonotonous: false }
    })
  }
  let at: Place = { a: from, b: fromB }
  for (const match of [...matches, { ...end, length: 0 }]) {
    runs.add('deleted', at.a, at.b, match.a - at.a)
    runs.add('inserted', match.a, at.b, match.b - at.b)
    runs.add('same', match.a, match.b, match.length)
    at = { a: match.a + match.length, b: match.b + match.length }
  }
  return isWhole ? [] : [{ ...end, aEnd, bEnd, isMonotonous: true }]
}

interface Place {
  readonly a: number
  readonly b: number
}

interface Match extends Place {
  readonly length: number
}

/** What is the same on the way to `end`. */
interface Way {
  readonly matches: readonly Match[]
  readonly end: Place
}

/**
 * Myers' greedy search: a shortest way to the end of the stretch, or the way that came furthest when `patience`
 * differences do not suffice.
 */
function walk<T>(a: readonly T[], b: readonly T[], { a: from, b: fromB, aEnd, bEnd }: Stretch): Way {
  const width = aEnd - from
  const height = bEnd - fromB
  const most = Math.min(width + height, patience)
  const middle = most + 1
  const furthest = new Int32Array(2 * most + 3)
  const trace: Int32Array[] = []
  for (let cost = 0; cost <= most; cost += 1) {
    trace.push(furthest.slice(middle - cost - 1, middle + cost + 2))
    for (let diagonal = -cost; diagonal <= cost; diagonal += 2) {
      const left = furthest[middle + diagonal - 1] ?? 0
      const above = furthest[middle + diagonal + 1] ?? 0
      let x = diagonal === -cost || (diagonal !== cost && left < above) ? above : left + 1
      let y = x - diagonal
      while (x < width && y >= 0 && y < height && a[from + x] === b[fromB + y]) {
        x += 1
        y += 1
      }
      furthest[middle + diagonal] = x
      if (x >= width && y >= height) return wayBack(trace, { x: width, y: height }, { a: from, b: fromB })
    }
  }
  let best = { x: 0, y: 0 }
  for (let diagonal = -most; diagonal <= most; diagonal += 2) {
    const x = furthest[middle + diagonal] ?? 0
    const y = x - diagonal
    if (x <= width && y >= 0 && y <= height && x + y > best.x + best.y) best = { x, y }
  }
  return wayBack(trace, best, { a: from, b: fromB })
}

function wayBack(trace: readonly Int32Array[], end: { readonly x: number; readonly y: number }, start: Place): Way {
  const matches: Match[] = []
  let { x, y } = end
  for (let cost = trace.length - 1; cost >= 0; cost -= 1) {
    const row = trace[cost]
    const diagonal = x - y
    const middle = cost + 1
    const left = row?.[middle + diagonal - 1] ?? 0
    const above = row?.[middle + diagonal + 1] ?? 0
    const fromAbove = diagonal === -cost || (diagonal !== cost && left < above)
    const beforeX = cost === 0 ? 0 : fromAbove ? above : left
    const beforeY = cost === 0 ? 0 : beforeX - (fromAbove ? diagonal + 1 : diagonal - 1)
    const afterX = cost === 0 || fromAbove ? beforeX : beforeX + 1
    const length = x - afterX
    if (length > 0) matches.push({ a: start.a + afterX, b: start.b + y - length, length })
    x = beforeX
    y = beforeY
  }
  return { matches: matches.reverse(), end: { a: start.a + end.x, b: start.b + end.y } }
}

/** Where items stand that both sides hold exactly once, as far as they keep their order: patience sorting. */
function onlyOnce<T>(a: readonly T[], b: readonly T[], { a: from, b: fromB, aEnd, bEnd }: Stretch): Place[] {
  const there = places(b, fromB, bEnd)
  const pairs: Place[] = []
  for (const [item, at] of places(a, from, aEnd)) {
    const other = there.get(item)
    if (at !== null && other !== undefined && other !== null) pairs.push({ a: at, b: other })
  }
  return rising(pairs)
}

/** Where each item stands, in order of its first place; null when it stands there more than once. */
function places<T>(items: readonly T[], from: number, end: number): Map<T, number | null> {
  const found = new Map<T, number | null>()
  for (const [offset, item] of items.slice(from, end).entries()) found.set(item, found.has(item) ? null : from + offset)
  return found
}

/** The longest part of the pairs, sorted by `a`, in which `b` rises too. */
function rising(pairs: readonly Place[]): Place[] {
  interface Card extends Place {
    readonly before: Card | null
  }
  const piles: Card[] = []
  for (const pair of pairs) {
    let low = 0
    let high = piles.length
    while (low < high) {
      const half = (low + high) >> 1
      if ((piles[half]?.b ?? Infinity) < pair.b) low = half + 1
      else high = half
    }
    piles[low] = { ...pair, before: piles[low - 1] ?? null }
  }
  const longest: Place[] = []
  for (let card = piles.at(-1) ?? null; card !== null; card = card.before) longest.push({ a: card.a, b: card.b })
  return longest.reverse()
}

/** Collects runs, joining those that go on from the last. */
class Runs {
  readonly list: SequenceRun[] = []

  add(kind: SequenceRun['kind'], a: number, b: number, length: number): void {
    if (length <= 0) return
    const last = this.list.at(-1)
    if (last?.kind === kind) this.list[this.list.length - 1] = { ...last, length: last.length + length }
    else this.list.push({ kind, a, b, length })
  }
}
