import { advance } from './story-state.ts'
import type { StoryState } from './story-state.ts'
import type { Entry } from './entry.ts'

export interface Replay {
  readonly state: StoryState
  /** The entries that were applied, oldest first: those that the snapshot did not hold yet. */
  readonly applied: readonly Entry[]
  /** How many entries behind them could not be applied. */
  readonly left: number
}

/** Leads a snapshot on through the journal. Entries that the snapshot holds are passed over; it stops at the first misfit. */
export function replay(snapshot: StoryState, entries: readonly Entry[]): Replay {
  const newer = entries.filter((entry) => entry.sequence > snapshot.sequence)
  let state = snapshot
  for (const [index, entry] of newer.entries()) {
    try {
      state = advance(state, entry).state
    } catch {
      return { state, applied: newer.slice(0, index), left: newer.length - index }
    }
  }
  return { state, applied: newer, left: 0 }
}
