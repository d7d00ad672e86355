import type { JournalReading } from '../journal/journal.ts'
import { replay } from '../journal/replay.ts'
import type { StoryState } from '../journal/story-state.ts'
import { sameContent } from './same-content.ts'

/** The snapshot that the journal goes on from, and what another program put in the place of the newest one. */
export interface OwnLine {
  readonly base: StoryState
  readonly others: StoryState | null
}

/**
 * Tells whether the newest snapshot is of this workspace's own making. The journal reaches back to the one before: led on
 * from there it must come by the newest. Where there is nothing to tell it by, the newest is taken for our own.
 */
export function ownLine(newest: StoryState, previous: StoryState | null, { entries, damage }: JournalReading): OwnLine {
  const own = { base: newest, others: null }
  if (previous === null) return own
  const way = replay(
    previous,
    entries.filter((entry) => entry.sequence <= newest.sequence),
  )
  if (way.state.sequence === newest.sequence) {
    return sameContent(way.state, newest) ? own : { base: previous, others: newest }
  }
  // Nothing to tell it by: the journal begins behind it or with a hole, or breaks off where it was damaged.
  const last = entries.at(-1)?.sequence ?? Infinity
  const isOpen = way.left > 0 || damage !== null || last > newest.sequence
  if (newest.sequence > previous.sequence && isOpen) return own
  return sameContent(replay(previous, entries).state, newest) ? own : { base: previous, others: newest }
}
