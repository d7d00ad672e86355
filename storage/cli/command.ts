import type { Command as Commander } from 'commander'
import type { Context } from './context.ts'
import type { Outcome } from './outcome.ts'

/** One command of the command line. A new one is a file in `commands/` and a line in its index. */
export interface Command {
  readonly name: string
  readonly summary: string
  /** Adds arguments and options, and says what to run with them. */
  define(commander: Commander, run: (work: (context: Context) => Promise<Outcome>) => Promise<void>): void
}
