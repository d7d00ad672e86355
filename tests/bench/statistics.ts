/** The p-quantile (0 to 1) of samples, interpolated between neighbours. */
export function quantile(samples: readonly number[], p: number): number {
  if (samples.length === 0) throw new RangeError('There are no samples.')
  const sorted = samples.toSorted((a, b) => a - b)
  const at = p * (sorted.length - 1)
  const low = sorted[Math.floor(at)] ?? NaN
  const high = sorted[Math.ceil(at)] ?? NaN
  return low + (high - low) * (at - Math.floor(at))
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5)
}

/** How far samples lie apart: the range that holds their middle half, in their own unit. */
export function spread(samples: readonly number[]): number {
  return quantile(samples, 0.75) - quantile(samples, 0.25)
}
