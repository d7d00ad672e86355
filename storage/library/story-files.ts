import { isTemporary } from '../files/atomic-write.ts'
import type { FileSystem } from '../files/file-system.ts'
import { namesIn } from '../files/folders.ts'
import { readGenerations } from '../files/generations.ts'
import type { DamagedGeneration } from '../files/generations.ts'
import type { Quarantine } from '../files/quarantine.ts'
import { readJournalFile } from '../journal/file-journal.ts'
import type { JournalReading } from '../journal/journal.ts'
import { replay } from '../journal/replay.ts'
import type { Replay } from '../journal/replay.ts'
import type { StoryState } from '../journal/story-state.ts'
import { GalleyError } from '../model/errors.ts'
import type { StoryId } from '../model/ids.ts'
import { ownLine } from './own-line.ts'
import type { StoryPlaces } from './places.ts'
import type { StoryDamage } from './story-damage.ts'
import { StoryFile, readOwn, sumOf } from './story-file.ts'

export interface StoryFilesParts {
  readonly fs: FileSystem
  readonly quarantine: Quarantine
  readonly id: StoryId
  readonly places: StoryPlaces
  readonly root: string
  readonly onDamage: (damage: StoryDamage) => void
  readonly now?: () => Date
}

interface SavedStory {
  readonly snapshot: StoryState
  readonly damaged: readonly DamagedGeneration[]
  /** The sum of the newest file's bytes when the snapshot was read from it, else null. */
  readonly sum: string | null
}

/** Reads a story as it stands: newest good snapshot, then the journal. Changes nothing; damage is only told. */
export async function readStoryFiles(parts: StoryFilesParts): Promise<StoryState> {
  const { damaged, journal, replayed } = await readAll(parts)
  const { state, left } = replayed
  for (const _ of damaged) parts.onDamage({ message: passedOver, quarantined: null })
  if (journal.damage !== null) parts.onDamage({ message: journal.damage, quarantined: null })
  else if (left > 0) parts.onDamage({ message: entriesLeft, quarantined: null })
  return state
}

/** Reads a story wherever its folder lies, such as in the trash. Changes nothing; what is damaged is passed over. */
export async function readStoryAt(fs: FileSystem, places: StoryPlaces, id: StoryId): Promise<StoryState> {
  return (await readAll({ fs, places, id })).replayed.state
}

interface ReadStory extends SavedStory {
  readonly journal: JournalReading
  readonly replayed: Replay
}

async function readAll(parts: SavedParts): Promise<ReadStory> {
  const saved = await readSavedStory(parts)
  const { snapshot } = saved
  const journal = await readJournalFile(parts.fs, parts.places.journal)
  if (saved.sum === null || (journal.entries.at(-1)?.sequence ?? 0) <= snapshot.sequence) {
    return { ...saved, journal, replayed: replay(snapshot, journal.entries) }
  }
  // Changes of ours do not belong on a file that another program made.
  const { base, others } = ownLine(snapshot, await readPrevious(parts), journal)
  return { ...saved, journal, replayed: others === null ? replay(base, journal.entries) : untouched(others) }
}

function untouched(state: StoryState): Replay {
  return { state, applied: [], left: 0 }
}

export const olderGeneration =
  'The newest saved file of this story is damaged. It was put aside and the one before it was opened.'
const passedOver =
  'The newest saved file of this story is damaged. The one before it is read; opening the story mends it.'
export const entriesLeft = 'Some of the newest changes of this story do not fit its saved text and were put aside.'

type SavedParts = Pick<StoryFilesParts, 'fs' | 'places' | 'id'>

/** The newest good generation of a story, and the damaged ones in front of it. Throws `not_found`, `story_damaged`, `newer_format`. */
export async function readSavedStory({ fs, places, id }: SavedParts): Promise<SavedStory> {
  const own = (json: unknown): StoryState => readOwn(json, id)
  const { value, source, damaged } = await readGenerations(fs, [places.file, places.previous], own)
  if (value !== null) {
    return { snapshot: value, damaged, sum: source?.path === places.file ? sumOf(source.bytes) : null }
  }
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

/** The generation before the newest, or null when there is none that holds. */
export async function readPrevious({ fs, places, id }: SavedParts): Promise<StoryState | null> {
  try {
    return (await readGenerations(fs, [places.previous], (json) => readOwn(json, id))).value
  } catch {
    return null
  }
}

/** Writes a story's first snapshot, as both generations: a story that is never changed must survive damage too. */
export function writeFirstSnapshot(parts: StoryFilesParts, state: StoryState): Promise<void> {
  const keepBoth = (): Promise<void> => Promise.reject(destinationExists())
  return new StoryFile({ ...parts, keepBoth }, { story: state, sum: null }).write(state)
}

function destinationExists(): GalleyError {
  return new GalleyError('destination_exists', 'Another program has put a story in this place. It was left as it is.')
}
