import { writeError } from '../../../storage/files/disk-error.ts'
import type { Entry } from '../../../storage/journal/entry.ts'
import { holdStory } from '../../../storage/journal/hold-story.ts'
import type { HeldStory } from '../../../storage/journal/hold-story.ts'
import type { Journal } from '../../../storage/journal/journal.ts'
import { replay } from '../../../storage/journal/replay.ts'
import type { SnapshotTimes } from '../../../storage/journal/snapshot-keeper.ts'
import type { StoryState } from '../../../storage/journal/story-state.ts'
import { GalleyError } from '../../../storage/model/errors.ts'
import type { Story } from '../../../storage/model/story.ts'
import { sampleStory } from '../../fixtures/stories.ts'

/** A disk in memory that holds one story: what a crash leaves is what stands here. */
export class MemoryDesk implements Journal {
  snapshots: StoryState[] = [{ ...sampleStory(), version: 0, sequence: 0 }]
  held: Entry[] = []
  /** The errno-like reason why nothing can be written, or null. */
  full = false
  snapshotsRefused = false
  /** Somebody took the journal away. */
  gone = false
  appends = 0

  async read(): Promise<{ entries: readonly Entry[]; damage: null }> {
    return { entries: [...this.held], damage: null }
  }
  async append(entry: Entry): Promise<void> {
    await Promise.resolve()
    if (this.full) throw new GalleyError('disk_full', 'The disk is full.')
    if (this.gone) throw writeError(Object.assign(new Error('gone'), { code: 'ENOENT' }), 'The story')
    this.appends += 1
    // As a journal does: only what JSON keeps.
    this.held.push(JSON.parse(JSON.stringify(entry)) as Entry)
  }
  async cut(sequence: number): Promise<void> {
    this.held = this.held.filter((entry) => entry.sequence > sequence)
  }
  async restart(): Promise<void> {
    this.held = []
    this.gone = false
    await Promise.resolve()
  }
  async close(): Promise<void> {
    await Promise.resolve()
  }
  async write(state: StoryState): Promise<void> {
    await Promise.resolve()
    if (this.full || this.snapshotsRefused) throw new GalleyError('disk_full', 'The disk is full.')
    this.snapshots.push(state)
  }

  /** The story as the next process finds it, from the newest snapshot or one `older` than that. */
  recovered(older = 0): StoryState {
    const snapshot = this.snapshots.at(-1 - older) ?? this.snapshots[0]
    if (snapshot === undefined) throw new Error('no such snapshot')
    const { state, left } = replay(snapshot, this.held)
    if (left > 0) throw new Error(`${left} entries do not fit`)
    return state
  }

  /** Opens the story as the next process does. */
  open(
    times: SnapshotTimes = { quiet: 60_000, longest: 60_000 },
    onLate: (story: Story) => void = () => undefined,
    editor = '',
  ): HeldStory {
    const snapshot = this.snapshots.at(-1) ?? { ...sampleStory(), version: 0, sequence: 0 }
    const { state, applied } = replay(snapshot, this.held)
    return holdStory({
      state,
      replayed: applied,
      durable: snapshot.sequence,
      journal: this,
      store: this,
      times,
      onLate,
      editor: () => editor,
    })
  }
}
