import { isGalleyError } from '../model/errors.ts'
import type { FileSystem } from './file-system.ts'
import { decodeText, readIfThere } from './read.ts'
import { readSummedJson } from './summed-json.ts'

/** A generation of a file that is there but does not hold. */
export interface DamagedGeneration {
  readonly path: string
  readonly cause: unknown
}

export interface Generations<T> {
  /** The newest good one, or null when there is none. */
  readonly value: T | null
  /** Where it lies and the bytes it was read from. */
  readonly source: { readonly path: string; readonly bytes: Uint8Array } | null
  /** Those that were passed over on the way, newest first. */
  readonly damaged: readonly DamagedGeneration[]
}

/**
 * Reads the newest good one of several generations of a JSON file, newest path first. Changes nothing.
 * `parse` throws on what does not hold; `newer_format` is passed on, since such a file is not damaged.
 */
export async function readGenerations<T>(
  fs: FileSystem,
  paths: readonly string[],
  parse: (json: unknown) => T,
): Promise<Generations<T>> {
  const damaged: DamagedGeneration[] = []
  for (const path of paths) {
    const bytes = await readIfThere(fs, path)
    if (bytes === null) continue
    try {
      return { value: readSummedJson(decodeText(bytes), parse), source: { path, bytes }, damaged }
    } catch (cause) {
      if (isGalleyError(cause, 'newer_format')) throw cause
      damaged.push({ path, cause })
    }
  }
  return { value: null, source: null, damaged }
}
