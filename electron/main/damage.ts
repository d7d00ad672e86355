import type { WorkspaceEvent } from '../../storage/library/workspace.ts'
import type { Damaged } from '../ipc/contract/damaged.ts'

/**
 * What windows hear of damaged files, each thing once. What came before the first window asked is kept for it; what
 * opening a story came across is not told here, since the story's recovery says it.
 */
export class Damage {
  readonly #tell: (damaged: Damaged) => void
  readonly #told = new Set<string>()
  readonly #early: Damaged[] = []
  #asked = false

  constructor(tell: (damaged: Damaged) => void) {
    this.#tell = tell
  }

  hear({ story, message, quarantined }: Extract<WorkspaceEvent, { kind: 'damaged' }>): void {
    if (story !== null && quarantined !== null) return
    const damaged = { id: story, message, quarantined }
    const key = JSON.stringify(damaged)
    if (this.#told.has(key)) return
    this.#told.add(key)
    if (this.#asked) this.#tell(damaged)
    else this.#early.push(damaged)
  }

  /** What was heard before the first window asked for this. */
  beforeWindows(): readonly Damaged[] {
    this.#asked = true
    return this.#early
  }
}
