import type { Adapter } from 'lowdb'
import { writeAtomically } from '../files/atomic-write.ts'
import type { FileSystem } from '../files/file-system.ts'
import { readGenerations } from '../files/generations.ts'
import type { DamagedGeneration } from '../files/generations.ts'
import { decodeText } from '../files/read.ts'
import { readSummedJson, writeSummedJson } from '../files/summed-json.ts'

export interface DurableFile<T> {
  readonly fs: FileSystem
  readonly path: string
  /** Where the generation before lives; null for a file that keeps none. */
  readonly previous: string | null
  /** What the file holds, as the start of a sentence: "The settings". */
  readonly what: string
  /** Reads the content, throwing on what does not hold; `newer_format` when a later Galley wrote it. */
  readonly parse: (json: unknown) => T
  /** Hears of each generation that was passed over because it is damaged. */
  readonly onDamaged: (damaged: DamagedGeneration) => Promise<void>
  /** Hears what was written, once it is on disk. */
  readonly onWritten?: (bytes: Uint8Array) => void
}

/**
 * lowdb's adapter for our files. lowdb's own does not fsync; this one writes through `storage/files`, keeps the
 * generation before, and reads back what it wrote. One adapter per file at a time.
 */
export class DurableAdapter<T extends object> implements Adapter<T> {
  readonly #file: DurableFile<T>

  constructor(file: DurableFile<T>) {
    this.#file = file
  }

  /** The newest good generation, or null when there is none. */
  async read(): Promise<T | null> {
    const { fs, path, previous, parse, onDamaged } = this.#file
    const { value, damaged } = await readGenerations(fs, previous === null ? [path] : [path, previous], parse)
    for (const generation of damaged) await onDamaged(generation)
    return value
  }

  /** Throws `disk_full`, `disk_refused`; then the file is as it was. */
  async write(data: T): Promise<void> {
    const { fs, path, previous, what, parse, onWritten } = this.#file
    const bytes = Buffer.from(writeSummedJson(data))
    await writeAtomically(fs, path, bytes, {
      what,
      ...(previous === null ? {} : { previous }),
      verify: (written) => {
        if (!bytes.equals(written)) throw new Error(`${path} does not read back as it was written`)
        readSummedJson(decodeText(written), parse)
      },
    })
    onWritten?.(bytes)
  }
}
