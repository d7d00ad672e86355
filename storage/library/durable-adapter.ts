import type { Adapter } from 'lowdb'
import { writeAtomically } from '../files/atomic-write.ts'
import type { FileSystem } from '../files/file-system.ts'
import { readGenerations } from '../files/generations.ts'
import type { DamagedGeneration } from '../files/generations.ts'
import { decodeText, readIfThere } from '../files/read.ts'
import { isGalleyError } from '../model/errors.ts'
import { readSummedJson, writeSummedJson } from '../files/summed-json.ts'

export interface DurableFile<T> {
  readonly fs: FileSystem
  readonly path: string
  /** Where the generation before lives; null for a file that keeps none. */
  readonly previous: string | null
  /** As `sparesOthers` of `writeAtomically`: then `write` throws `PlaceTaken` as well. */
  readonly sparesOthers?: boolean
  /** What the file holds, as the start of a sentence: "The settings". */
  readonly what: string
  /** Reads the content, throwing on what does not hold; `newer_format` when a later Galley wrote it. */
  readonly parse: (json: unknown) => T
  /** Hears of each generation that was passed over because it is damaged. */
  readonly onDamaged: (damaged: DamagedGeneration) => Promise<void>
  /** Hears what was written, once it is on disk. */
  readonly onWritten?: (bytes: Uint8Array) => void
}

/** What the file holds now, beside what was read from it or written to it last. */
export type FoundFile<T> =
  | { readonly kind: 'ours' | 'missing' }
  | { readonly kind: 'theirs'; readonly value: T; readonly accept: () => void }
  | { readonly kind: 'damaged'; readonly cause: unknown }

/**
 * lowdb's adapter for our files. lowdb's own does not fsync; this one writes through `storage/files`, keeps the
 * generation before, and reads back what it wrote. One adapter per file at a time.
 */
export class DurableAdapter<T extends object> implements Adapter<T> {
  readonly #file: DurableFile<T>
  /** The bytes of the file when it was last read, written or accepted; null while it was not there. */
  #newest: Uint8Array | null = null
  /** The bytes of a write that was refused: they may have reached the file all the same. */
  #refused: Uint8Array | null = null

  constructor(file: DurableFile<T>) {
    this.#file = file
  }

  /** The newest good generation, or null when there is none. */
  async read(): Promise<T | null> {
    const { fs, path, previous, parse, onDamaged } = this.#file
    const { value, source, damaged } = await readGenerations(fs, previous === null ? [path] : [path, previous], parse)
    for (const generation of damaged) await onDamaged(generation)
    this.#newest = source?.path === path ? source.bytes : null
    return value
  }

  /** Looks whether another program changed the file. Changes nothing. Throws `newer_format`, `disk_refused`. */
  async look(): Promise<FoundFile<T>> {
    const { fs, path, parse } = this.#file
    const bytes = await readIfThere(fs, path)
    if (bytes === null) return { kind: this.#newest === null ? 'ours' : 'missing' }
    if ([this.#newest, this.#refused].some((own) => own !== null && Buffer.compare(own, bytes) === 0)) {
      return { kind: 'ours' }
    }
    try {
      const value = readSummedJson(decodeText(bytes), parse)
      return { kind: 'theirs', value, accept: () => (this.#newest = bytes) }
    } catch (cause) {
      if (isGalleyError(cause, 'newer_format')) throw cause
      return { kind: 'damaged', cause }
    }
  }

  /** Puts the file aside, which does not hold. */
  async putAside(cause: unknown): Promise<void> {
    await this.#file.onDamaged({ path: this.#file.path, cause })
    this.#newest = null
  }

  /** Throws `disk_full`, `disk_refused`; then the file is as it was. */
  async write(data: T): Promise<void> {
    const { fs, path, previous, sparesOthers = false, what, parse, onWritten } = this.#file
    const bytes = Buffer.from(writeSummedJson(data))
    this.#refused = bytes
    await writeAtomically(fs, path, bytes, {
      what,
      sparesOthers,
      ...(previous === null ? {} : { previous }),
      verify: (written) => {
        if (!bytes.equals(written)) throw new Error(`${path} does not read back as it was written`)
        readSummedJson(decodeText(written), parse)
      },
    })
    this.#newest = bytes
    this.#refused = null
    onWritten?.(bytes)
  }
}
