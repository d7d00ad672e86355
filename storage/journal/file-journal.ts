import { AppendFile } from '../files/append-file.ts'
import type { FileSystem } from '../files/file-system.ts'
import type { Quarantine } from '../files/quarantine.ts'
import { readIfThere } from '../files/read.ts'
import { GalleyError } from '../model/errors.ts'
import type { Entry } from './entry.ts'
import type { Journal, JournalReading } from './journal.ts'
import { parseLines, writeLine } from './lines.ts'
import type { ParsedLines } from './lines.ts'

/** Reads a journal file without touching it. No file is an empty journal. */
export async function readJournalFile(fs: FileSystem, path: string): Promise<JournalReading> {
  return readingOf(parseLines((await readIfThere(fs, path)) ?? new Uint8Array()))
}

/** A journal file that is open, and where a damaged one was copied to; null when it was not damaged. */
export interface OpenedFileJournal {
  readonly journal: Journal
  readonly quarantined: string | null
}

/**
 * Opens a journal file for appending. A torn last line is cut off before the first append; a damaged file is first
 * copied to the quarantine as it was found. Throws `newer_format`, `disk_full`, `disk_refused`.
 */
export async function openFileJournal(
  fs: FileSystem,
  path: string,
  quarantine: Quarantine,
): Promise<OpenedFileJournal> {
  const bytes = (await readIfThere(fs, path)) ?? new Uint8Array()
  const parsed = parseLines(bytes)
  const { damage } = readingOf(parsed)
  const quarantined = damage === null ? null : await quarantine.copy(path, bytes, damage)
  return { journal: new FileJournal({ fs, path, quarantine }, bytes, parsed, damage), quarantined }
}

function readingOf({ lines, state }: ParsedLines): JournalReading {
  return {
    entries: lines.map((line) => line.entry),
    damage:
      state === 'damaged'
        ? 'The newest changes of this story are damaged on the disk. Everything before them was recovered.'
        : null,
  }
}

interface Place {
  readonly fs: FileSystem
  readonly path: string
  readonly quarantine: Quarantine
}

const replaced = 'Another program changed or moved the newest changes of this story while it was open.'

class FileJournal implements Journal {
  readonly #place: Place
  readonly #file: AppendFile
  readonly #damage: string | null
  /** The newest entry on disk, null when there never was one. */
  #last: number | null
  /** The newest entry that was asked for. */
  #asked: number | null

  constructor(place: Place, bytes: Uint8Array, { lines, good }: ParsedLines, damage: string | null) {
    this.#place = place
    this.#file = new AppendFile(place.fs, place.path, good, 'The story', bytes.subarray(0, good))
    this.#damage = damage
    this.#last = lines.at(-1)?.entry.sequence ?? null
    this.#asked = this.#last
  }

  async read(): Promise<JournalReading> {
    await this.#file.close()
    const { entries } = await readJournalFile(this.#place.fs, this.#place.path)
    return { entries, damage: this.#damage }
  }

  async append(entry: Entry): Promise<void> {
    if (this.#asked !== null && entry.sequence !== this.#asked + 1) {
      throw new GalleyError('internal', `Journal entry ${entry.sequence} does not follow ${this.#asked}.`)
    }
    this.#asked = entry.sequence
    try {
      await this.#file.append(writeLine(entry))
    } catch (error) {
      this.#asked = this.#last
      throw error
    }
    this.#last = entry.sequence
  }

  cut(sequence: number): Promise<void> {
    return this.#file.replace((bytes) => {
      const { lines, state } = parseLines(bytes)
      const held = lines.findIndex((line) => line.entry.sequence > sequence)
      const from = (held === -1 ? lines : lines.slice(0, held)).at(-1)?.end ?? 0
      // A file that was damaged while it was open is left for the next opening, which keeps a copy of it.
      return state !== 'whole' || from === 0 ? null : bytes.subarray(from)
    })
  }

  async restart(): Promise<void> {
    const { fs, path, quarantine } = this.#place
    await this.#file.restart(async () => {
      const bytes = await readIfThere(fs, path)
      if (bytes !== null && bytes.byteLength > 0) await quarantine.move(path, replaced)
    })
    this.#last = null
    this.#asked = null
  }

  close(): Promise<void> {
    return this.#file.close()
  }
}
