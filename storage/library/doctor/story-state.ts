import { replay } from '../../journal/replay.ts'
import type { StoryState } from '../../journal/story-state.ts'
import type { Entry } from '../../journal/entry.ts'

/** A story led on from a snapshot as far as the journal's lines reach, and the entries that did it. */
export interface Reached {
  readonly state: StoryState
  readonly applied: readonly Entry[]
}

/** Leads a snapshot on through whatever lines of a journal hold: a damaged line that the snapshot has already hurts nothing. */
export function reach(snapshot: StoryState, entries: readonly Entry[]): Reached {
  const next: Entry[] = []
  for (const entry of entries) {
    if (entry.sequence === snapshot.sequence + 1 + next.length) next.push(entry)
  }
  const { state, applied } = replay(snapshot, next)
  return { state, applied }
}
