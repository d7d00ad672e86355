import { createHash } from 'node:crypto'

/**
 * An object as readable JSON with a checksum of its content as the last entry. Layout does not count, content does:
 * whoever changes such a file by hand deletes the `sum`, and the file is read without one.
 */
export function writeSummedJson(data: object): string {
  return `${JSON.stringify({ ...data, sum: sumOf(data) }, null, 2)}\n`
}

/**
 * Reads JSON through `parse`, without its `sum`. Throws as `parse` does, and on content that is not what was summed.
 * `parse` comes first: a file of a newer format may be summed in another way.
 */
export function readSummedJson<T>(text: string, parse: (json: unknown) => T): T {
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null || !('sum' in value)) return parse(value)
  const { sum, ...data } = value
  const parsed = parse(data)
  if (sum !== sumOf(data)) throw new Error('the content is not what was written')
  return parsed
}

function sumOf(data: object): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 32)
}
