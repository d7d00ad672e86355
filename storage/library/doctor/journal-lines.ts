import type { FileSystem } from '../../files/file-system.ts'
import { readIfThere } from '../../files/read.ts'
import type { Entry } from '../../journal/entry.ts'
import { parseLines } from '../../journal/lines.ts'
import type { ParsedLines } from '../../journal/lines.ts'
import { isGalleyError } from '../../model/errors.ts'

/** A journal file as it lies on disk. */
export interface JournalFile extends Pick<ParsedLines, 'state' | 'good'> {
  readonly bytes: Uint8Array
  /** Every line that holds, wherever it stands, oldest first: also those behind one that does not. */
  readonly entries: readonly Entry[]
}

/** Reads a journal and whatever can be read behind a damaged line. `newer` when a later Galley wrote in it. */
export async function readWholeJournal(fs: FileSystem, path: string): Promise<JournalFile | 'newer'> {
  const bytes = (await readIfThere(fs, path)) ?? new Uint8Array()
  try {
    const { state, good, lines } = parseLines(bytes)
    const first = lines.map(({ entry }) => entry)
    return { bytes, state, good, entries: [...first, ...entriesBehind(bytes.subarray(good))] }
  } catch (error) {
    if (isGalleyError(error, 'newer_format')) return 'newer'
    throw error
  }
}

function entriesBehind(bytes: Uint8Array): Entry[] {
  const entries: Entry[] = []
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(0x0a, from)
    if (end === -1) break
    entries.push(...parseLines(bytes.subarray(from, end + 1)).lines.map(({ entry }) => entry))
    from = end + 1
  }
  return entries
}
