import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { GalleyError } from '../model/errors.ts'
import { storyIdSchema } from '../model/ids.ts'
import { instantSchema } from '../model/instant.ts'

/** The format of a line that this version of Galley writes. */
const provenanceFormat = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Where a story came from. It is written before the story is, and says nothing while there is no such story. */
export const provenanceSchema = z.strictObject({
  format: z.literal(provenanceFormat),
  at: instantSchema,
  story: storyIdSchema,
  /** SHA-256 of the file's bytes. */
  source: sha256,
  /** The absolute path of the file; empty when it had none. */
  from: z.string(),
  /** The sum of the story's content as it came in, by which one that was worked on is told. */
  content: sha256,
  /** The sum of the content whose place it took, or null for a new story. */
  replaced: sha256.nullable(),
})
export type Provenance = z.infer<typeof provenanceSchema>

/** One line of `imports.ndjson`: JSON, with the CRC-32 of what it holds in front of it. */
export function writeProvenance(provenance: Provenance): string {
  const json = JSON.stringify(provenance)
  return `{"sum":"${sumOf(json)}","import":${json}}\n`
}

/**
 * Reads `imports.ndjson`. A line that does not hold is passed over: the others, `lines` as they stand there, stand by
 * themselves. `good` is how many bytes are whole lines. Throws `newer_format`.
 */
export function readProvenance(bytes: Uint8Array): {
  readonly known: Provenance[]
  readonly lines: string[]
  readonly good: number
} {
  const good = bytes.lastIndexOf(0x0a) + 1
  const known: Provenance[] = []
  const lines: string[] = []
  for (const line of new TextDecoder().decode(bytes.subarray(0, good)).split('\n')) {
    const [, sum, json] = /^\{"sum":"([0-9a-f]{8})","import":(\{.*\})\}$/u.exec(line) ?? []
    if (json === undefined || sum !== sumOf(json)) continue
    const value: unknown = parsed(json)
    const read = provenanceSchema.safeParse(value)
    if (read.success) {
      known.push(read.data)
      lines.push(`${line}\n`)
    } else if ((anyFormat.safeParse(value).data?.format ?? 0) > provenanceFormat) throw newer()
  }
  return { known, lines, good }
}

const anyFormat = z.looseObject({ format: z.int() })

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

function sumOf(json: string): string {
  return crc32(json).toString(16).padStart(8, '0')
}

function newer(): GalleyError {
  return new GalleyError(
    'newer_format',
    'A newer Galley has brought stories into this workspace. Nothing was imported; go on with that version.',
  )
}
