/** JSON with the keys of every object sorted, so that equal values give equal bytes however they were built. */
export function stableJson(value: unknown): string {
  return `${JSON.stringify(sorted(value), null, 2)}\n`
}

/** JSON with keys in the order they were written in, which for our own files is the order people read them in. */
export function readableJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => byCodeUnits(a, b))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

/** The one order of names in a bundle: by code units, the same in every locale. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
