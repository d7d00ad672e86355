import { Low } from 'lowdb'
import { isTemporary, removeTemporaries } from '../files/atomic-write.ts'
import type { FileSystem } from '../files/file-system.ts'
import { namesIn } from '../files/folders.ts'
import { readGenerations } from '../files/generations.ts'
import type { DamagedGeneration } from '../files/generations.ts'
import type { Quarantine } from '../files/quarantine.ts'
import { holdStory } from '../journal/hold-story.ts'
import type { CommitWatcher, HeldStory } from '../journal/hold-story.ts'
import { openFileJournal, readJournalFile } from '../journal/file-journal.ts'
import type { Journal } from '../journal/journal.ts'
import { replay } from '../journal/replay.ts'
import type { Replay } from '../journal/replay.ts'
import type { SnapshotStore, SnapshotTimes } from '../journal/snapshot-keeper.ts'
import type { StoryState } from '../journal/story-state.ts'
import { GalleyError } from '../model/errors.ts'
import type { StoryId } from '../model/ids.ts'
import { readStory, storyFileSchema, writeStory } from '../model/story.ts'
import type { StoryFile } from '../model/story.ts'
import { DurableAdapter } from './durable-adapter.ts'
import type { StoryPlaces } from './places.ts'
import type { Recovery } from './workspace.ts'

/** Something of a story that could not be read. `quarantined` is where it lies now, null while it was left in place. */
export interface StoryDamage {
  readonly message: string
  readonly quarantined: string | null
}

export interface StoryFilesParts {
  readonly fs: FileSystem
  readonly quarantine: Quarantine
  readonly id: StoryId
  readonly places: StoryPlaces
  readonly onDamage: (damage: StoryDamage) => void
  readonly times?: SnapshotTimes
  readonly now?: () => Date
  readonly watcher?: CommitWatcher
}

/** A story that was opened, and what that brought back; null when it was closed in order the last time. */
export interface OpenedStory {
  readonly story: HeldStory
  readonly recovery: Recovery | null
}

interface Snapshot {
  readonly snapshot: StoryState
  readonly damaged: readonly DamagedGeneration[]
}

/** Reads a story as it stands: newest good snapshot, then the journal. Changes nothing; damage is only told. */
export async function readStoryFiles(parts: StoryFilesParts): Promise<StoryState> {
  const { snapshot, damaged } = await readSavedStory(parts)
  const journal = await readJournalFile(parts.fs, parts.places.journal)
  const { state, left } = replay(snapshot, journal.entries)
  for (const _ of damaged) parts.onDamage({ message: passedOver, quarantined: null })
  if (journal.damage !== null) parts.onDamage({ message: journal.damage, quarantined: null })
  else if (left > 0) parts.onDamage({ message: entriesLeft, quarantined: null })
  return state
}

/** Reads a story wherever its folder lies, such as in the trash. Changes nothing; what is damaged is passed over. */
export async function readStoryAt(fs: FileSystem, places: StoryPlaces, id: StoryId): Promise<StoryState> {
  const { snapshot } = await readSavedStory({ fs, places, id })
  return replay(snapshot, (await readJournalFile(fs, places.journal)).entries).state
}

/** Opens a story for editing. What is damaged goes to the quarantine before anything is written over it. */
export async function openStoryFiles(parts: StoryFilesParts): Promise<OpenedStory> {
  const { fs, quarantine, places } = parts
  const damage: StoryDamage[] = []
  const onDamage = (found: StoryDamage): void => {
    damage.push(found)
    parts.onDamage(found)
  }
  const { snapshot, damaged } = await readSavedStory(parts)
  for (const { path } of damaged) {
    onDamage({ message: olderGeneration, quarantined: await quarantine.move(path, olderGeneration) })
  }
  await removeTemporaries(fs, places.folder)
  const { journal, state, applied } = await openJournal({ ...parts, onDamage }, snapshot)
  const story = holdStory({
    state,
    replayed: applied,
    durable: snapshot.sequence,
    journal,
    store: snapshotStore(parts, snapshot),
    ...(parts.times === undefined ? {} : { times: parts.times }),
    ...(parts.now === undefined ? {} : { now: parts.now }),
    ...(parts.watcher === undefined ? {} : { watcher: parts.watcher }),
  })
  const inOrder = applied.length === 0 && damage.length === 0
  const recovery = { at: state.record.updated, changes: applied.length, damage, saved: snapshot }
  return { story, recovery: inOrder ? null : recovery }
}

/** Writes a story's first snapshot, as both generations: a story that is never changed must survive damage too. */
export async function writeFirstSnapshot(parts: StoryFilesParts, state: StoryState): Promise<void> {
  const store = snapshotStore(parts, state)
  await store.write(state)
  await store.write(state)
}

const olderGeneration =
  'The newest saved file of this story is damaged. It was put aside and the one before it was opened.'
const passedOver =
  'The newest saved file of this story is damaged. The one before it is read; opening the story mends it.'
const entriesLeft = 'Some of the newest changes of this story do not fit its saved text and were put aside.'

/** The newest good generation of a story, and the damaged ones in front of it. Throws `not_found`, `story_damaged`, `newer_format`. */
export async function readSavedStory({
  fs,
  places,
  id,
}: Pick<StoryFilesParts, 'fs' | 'places' | 'id'>): Promise<Snapshot> {
  const { value, damaged } = await readGenerations(fs, [places.file, places.previous], (json) => readOwn(json, id))
  if (value !== null) return { snapshot: value, damaged }
  // A folder and nothing more is what is left of a story that was never stored.
  if (damaged.length === 0 && (await namesIn(fs, places.folder)).every(isTemporary)) {
    throw new GalleyError('not_found', 'This story is not in the workspace.')
  }
  throw new GalleyError(
    'story_damaged',
    'This story is damaged and could not be opened. Its files were left as they are; restore it from a backup.',
    { cause: damaged[0]?.cause },
  )
}

interface OpenedJournal extends Replay {
  readonly journal: Journal
}

async function openJournal(parts: StoryFilesParts, snapshot: StoryState): Promise<OpenedJournal> {
  const { fs, quarantine, places, onDamage } = parts
  const { journal, quarantined } = await openFileJournal(fs, places.journal, quarantine)
  const { entries, damage } = await journal.read()
  if (damage !== null) onDamage({ message: damage, quarantined })
  const replayed = replay(snapshot, entries)
  const last = entries.at(-1)?.sequence ?? null
  if (last === null || last === replayed.state.sequence) return { ...replayed, journal }
  // It breaks off before the snapshot or goes on past a hole: what comes next cannot be appended to it.
  await journal.close()
  const aside = await quarantine.move(places.journal, entriesLeft)
  if (replayed.left > 0) onDamage({ message: entriesLeft, quarantined: aside })
  return { ...replayed, journal: (await openFileJournal(fs, places.journal, quarantine)).journal }
}

function snapshotStore({ fs, places }: StoryFilesParts, state: StoryState): SnapshotStore {
  const file = new DurableAdapter<StoryFile>({
    fs,
    path: places.file,
    previous: places.previous,
    what: 'The story',
    parse: checkedStoryFile,
    onDamaged: () => Promise.resolve(),
  })
  const low = new Low<StoryFile>(file, writeStory(state, state.version, state.sequence))
  return {
    write: async (next) => {
      low.data = writeStory(next, next.version, next.sequence)
      await low.write()
    },
  }
}

/** A generation of a story's file. One that was copied from another story's folder is none of this story's. */
export function readOwn(json: unknown, id: StoryId): StoryState {
  const story = readStory(json)
  if (story.record.id !== id) throw new GalleyError('story_damaged', 'This file belongs to another story.')
  return story
}

function checkedStoryFile(json: unknown): StoryFile {
  readStory(json)
  return storyFileSchema.parse(json)
}
