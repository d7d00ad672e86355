import { writeAtomically } from '../../files/atomic-write.ts'
import type { FileSystem } from '../../files/file-system.ts'
import { decodeText, readIfThere } from '../../files/read.ts'
import { readSummedJson } from '../../files/summed-json.ts'
import { isGalleyError } from '../../model/errors.ts'
import { previousOf } from '../places.ts'
import type { Finding, FindingCode, Patient } from './check.ts'

/** How one generation of a file was found. */
export type Health<T> =
  | { readonly state: 'missing' }
  | { readonly state: 'good'; readonly value: T; readonly bytes: Uint8Array }
  | { readonly state: 'damaged' }
  | { readonly state: 'newer' }

/** Reads a generation of a summed JSON file without changing it. */
export async function healthOf<T>(fs: FileSystem, path: string, parse: (json: unknown) => T): Promise<Health<T>> {
  const bytes = await readIfThere(fs, path)
  if (bytes === null) return { state: 'missing' }
  try {
    return { state: 'good', value: readSummedJson(decodeText(bytes), parse), bytes }
  } catch (error) {
    return { state: isGalleyError(error, 'newer_format') ? 'newer' : 'damaged' }
  }
}

export const newer = (path: string): Finding => ({
  path,
  code: 'newer_format',
  problem: 'This file was written by a newer Galley. It was left as it is; use that version.',
})

export interface SmallFile<T> {
  readonly path: string
  readonly code: FindingCode
  /** What the file holds, as the start of a sentence: "The settings". */
  readonly what: string
  readonly parse: (json: unknown) => T
  /** What takes the place of a file of which no generation holds; without it the damaged ones are only put aside. */
  readonly fresh?: () => Uint8Array
}

/** Checks both generations of a small file of the workspace, and mends each from the other. */
export async function* checkGenerations<T>(
  { fs, quarantine }: Patient,
  { path, code, what, parse, fresh }: SmallFile<T>,
): AsyncGenerator<Finding> {
  const paths = [path, previousOf(path)]
  const found = [await healthOf(fs, paths[0] ?? '', parse), await healthOf(fs, paths[1] ?? '', parse)]
  const replacement = found.find((each) => each.state === 'good')?.bytes ?? fresh?.() ?? null
  for (const [index, generation] of paths.entries()) {
    const state = found[index]?.state
    if (state === 'newer') yield newer(generation)
    // A file that was written once has no previous generation, and one that is not there at all may never have been.
    const isNeeded = index === 0 && state === 'missing' && (found[1]?.state !== 'missing' || fresh !== undefined)
    if (state !== 'damaged' && !isNeeded) continue
    const problem = state === 'damaged' ? `${what} are damaged.` : `${what} are missing.`
    const mend = async (): Promise<string> => {
      if (state === 'damaged') await quarantine.move(generation, problem)
      if (replacement === null) return `${what} were put aside; no other copy of them holds.`
      await writeAtomically(fs, generation, replacement, { what })
      return found.some((each) => each.state === 'good')
        ? `${what} were taken from the other copy.`
        : `${what} were made anew with the usual values; no copy of them held.`
    }
    // A newer file decides alone: nothing is written beside it.
    yield { path: generation, code, problem, ...(found.some((each) => each.state === 'newer') ? {} : { mend }) }
  }
}
