import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { GalleyError } from '../model/errors.ts'
import { entryFormat, entrySchema } from './entry.ts'
import type { Entry } from './entry.ts'
import { migrateEntry } from './entry-migrations.ts'

/** An entry of a journal file and the byte behind its line. */
export interface Line {
  readonly entry: Entry
  readonly end: number
}

export interface ParsedLines {
  readonly lines: readonly Line[]
  /** How many bytes, from the first, are whole lines. */
  readonly good: number
  /**
   * `whole`: nothing lies behind the good part. `torn`: one line that was never finished, as a crash leaves it.
   * `damaged`: lines that were written whole and are not what was written.
   */
  readonly state: 'whole' | 'torn' | 'damaged'
}

const opening = Buffer.from('{"sum":"')
const middle = Buffer.from('","entry":')
const entryStart = opening.length + 8 + middle.length
const newline = 0x0a
const brace = 0x7d

/** One line of a journal file: JSON, with the CRC-32 of the entry's bytes in front of it. */
export function writeLine(entry: Entry): Buffer {
  const json = Buffer.from(JSON.stringify(entry))
  return Buffer.concat([opening, Buffer.from(sumOf(json)), middle, json, Buffer.from('}\n')])
}

/**
 * Reads a journal file up to the first line that does not hold. Never throws on damage: cut or changed anywhere, it
 * yields the entries before that place. Throws `newer_format` on an entry of a later Galley.
 */
export function parseLines(bytes: Uint8Array): ParsedLines {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const lines: Line[] = []
  let good = 0
  while (good < buffer.length) {
    const end = buffer.indexOf(newline, good)
    if (end === -1) return { lines, good, state: 'torn' }
    const entry = readLine(buffer.subarray(good, end))
    const last = lines.at(-1)?.entry.sequence
    if (entry === null || (last !== undefined && entry.sequence !== last + 1)) return { lines, good, state: 'damaged' }
    good = end + 1
    lines.push({ entry, end: good })
  }
  return { lines, good, state: 'whole' }
}

const anyEntry = z.looseObject({ format: z.int() })

function readLine(line: Buffer): Entry | null {
  if (line.length <= entryStart || line[line.length - 1] !== brace) return null
  const json = line.subarray(entryStart, line.length - 1)
  const head = line.subarray(0, entryStart)
  if (!head.equals(Buffer.concat([opening, Buffer.from(sumOf(json)), middle]))) return null
  const value: unknown = parseJson(json)
  const entry = entrySchema.safeParse(migrateEntry(value))
  if (entry.success) return entry.data
  const later = anyEntry.safeParse(value)
  if (later.success && later.data.format > entryFormat) {
    throw new GalleyError(
      'newer_format',
      'This story was edited with a newer Galley. It was left as it is; open it with that version.',
    )
  }
  return null
}

function parseJson(json: Buffer): unknown {
  try {
    return JSON.parse(json.toString('utf8'))
  } catch {
    return null
  }
}

function sumOf(json: Uint8Array): string {
  return crc32(json).toString(16).padStart(8, '0')
}
