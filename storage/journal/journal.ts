import type { Entry } from './entry.ts'

/** What a journal holds, oldest first. */
export interface JournalReading {
  readonly entries: readonly Entry[]
  /** What could not be read behind the last entry, in a sentence for editors; null when the journal is whole. */
  readonly damage: string | null
}

/**
 * The changes of one story since a snapshot, one entry a change. This is all that the authority asks of durability:
 * the file journal is one answer, a database another. `describeJournal` in the tests says what each must do.
 * One authority at a time uses a journal.
 */
export interface Journal {
  /** Everything that is held. */
  read(): Promise<JournalReading>
  /**
   * Resolves when the entry survives a power cut. Entries come in sequence, each one above the last; the first of an
   * empty journal may have any number. On failure (`disk_full`, `disk_refused`) it is not held, nor is any entry that
   * was already waiting behind it, and the same sequence number may be tried again. Where what was held has gone from its
   * place, the cause of the failure is that it is missing, and stays so until `restart`.
   */
  append(entry: Entry): Promise<void>
  /** Lets go of the entries up to and including `sequence`: durable snapshots hold them. The others stay, whatever happens. */
  cut(sequence: number): Promise<void>
  /** Begins anew, empty: a durable snapshot holds everything. The next entry may have any number. */
  restart(): Promise<void>
  close(): Promise<void>
}
