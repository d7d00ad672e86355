import { median, quantile, spread } from './statistics.ts'

/** One thing measured beside the thing it is compared with, in the same run. */
export interface Measurement {
  name: string
  unit: string
  samples: readonly number[]
  /** What it is compared with, in words, and its samples in the same unit. */
  baseline: { name: string; samples: readonly number[] }
  /** The point of the distribution that is compared; the median when not given. */
  at?: number
  /** What the ratio of the two must keep to, or how much more than the baseline it may be; a first figure may have no limit yet. */
  limit?: { atMost: number } | { atLeast: number } | { atMostMore: number }
}

/** A measurement as it is reported; `ratio` is `value / baseline`, and `limit` is the ratio's. */
export interface Figure {
  name: string
  value: number
  unit: string
  baseline: number
  ratio: number
  limit: number | null
  ok: boolean
  /** What the baseline is, in words. */
  against: string
  /** The ranges that hold the middle half of the samples. */
  spread: number
  baselineSpread: number
}

/** Turns samples into the figure that is printed and held to its limit. */
export function toFigure({ name, unit, samples, baseline, at, limit }: Measurement): Figure {
  const pick = (all: readonly number[]): number => (at === undefined ? median(all) : quantile(all, at))
  const value = pick(samples)
  const base = pick(baseline.samples)
  // Beside nothing, nothing is as much, and anything is more.
  const ratio = base === 0 ? 1 + value : value / base
  const [bound, ok] = judge(ratio, base, limit)
  return {
    name,
    value: rounded(value),
    unit,
    baseline: rounded(base),
    ratio: rounded(ratio),
    limit: bound,
    ok,
    against: baseline.name,
    spread: rounded(spread(samples)),
    baselineSpread: rounded(spread(baseline.samples)),
  }
}

function judge(ratio: number, base: number, limit: Measurement['limit']): [number | null, boolean] {
  if (limit === undefined) return [null, true]
  if ('atMostMore' in limit) {
    const bound = base === 0 ? 1 + limit.atMostMore : (base + limit.atMostMore) / base
    return [rounded(bound), ratio <= bound]
  }
  return 'atMost' in limit ? [limit.atMost, ratio <= limit.atMost] : [limit.atLeast, ratio >= limit.atLeast]
}

function rounded(number: number): number {
  return Number(number.toPrecision(4))
}
