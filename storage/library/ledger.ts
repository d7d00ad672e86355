import type { LedgerEntry } from '../model/ledger.ts'

/** What was published, a file per month under `published/`. */
export interface Ledger {
  /** Writes entries into the file of the month of their `at`. Throws `disk_full`, `disk_refused`. */
  append(entries: readonly LedgerEntry[]): Promise<void>
  /** The entries of a month such as `2026-11`, oldest first; empty when nothing was published in it. */
  read(month: string): Promise<readonly LedgerEntry[]>
  /** The months that have a file, oldest first. */
  months(): Promise<readonly string[]>
}
