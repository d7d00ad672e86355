import type { Workspace } from '../library/workspace.ts'
import type { Bar } from './terminal.ts'

/** What a command has to work with. */
export interface Context {
  /** The folder of the workspace that was asked for, whether there is one or not. */
  readonly folder: string
  /** Opens the workspace that was asked for, runs `work`, and closes it whatever happens. */
  withWorkspace<T>(work: (workspace: Workspace) => Promise<T>): Promise<T>
  /** Tells people something beside the result; not when they asked for quiet. */
  note(sentence: string): void
  readonly bar: Bar
  /** Aborted when the user interrupts. */
  readonly signal: AbortSignal
  readonly now: () => Date
  /** Reads the bytes of a file, or of standard input for `-`. Throws `not_found`, `invalid_input`, `too_large`, `disk_refused`. */
  readInput(file: string, largest: number): Promise<Uint8Array>
}
