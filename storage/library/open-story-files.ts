import { removeTemporaries } from '../files/atomic-write.ts'
import { readIfThere } from '../files/read.ts'
import { openFileJournal } from '../journal/file-journal.ts'
import type { OpenedFileJournal } from '../journal/file-journal.ts'
import { holdStory } from '../journal/hold-story.ts'
import type { CommitWatcher, HeldStory } from '../journal/hold-story.ts'
import type { Journal, JournalReading } from '../journal/journal.ts'
import { replay } from '../journal/replay.ts'
import type { Replay } from '../journal/replay.ts'
import type { SnapshotTimes } from '../journal/snapshot-keeper.ts'
import type { StoryState } from '../journal/story-state.ts'
import { isGalleyError } from '../model/errors.ts'
import type { Story } from '../model/story.ts'
import type { OtherChanges } from './other-changes.ts'
import { ownLine } from './own-line.ts'
import { StoryFile } from './story-file.ts'
import { entriesLeft, olderGeneration, readPrevious, readSavedStory } from './story-files.ts'
import type { StoryDamage } from './story-damage.ts'
import type { StoryFilesParts } from './story-files.ts'
import type { Recovery } from './workspace.ts'

export interface OpeningParts extends StoryFilesParts {
  readonly times?: SnapshotTimes
  readonly watcher?: CommitWatcher
  /** Who signs changes of the record. */
  readonly editor?: () => string
  readonly others: OtherChanges
}

/** A story that was opened, and what that brought back; null when it was closed in order the last time. */
export interface OpenedStory {
  readonly story: HeldStory
  readonly recovery: Recovery | null
  /** Looks whether another program changed the story's file, and acts on it. */
  look(): Promise<void>
  /** As the story's own `close`; what a newer Galley's file stands in the way of is kept as a version. */
  close(): Promise<void>
}

/** Where editing starts: what stands, the snapshot the journal goes on from, and the changes between the two. */
interface Start extends Replay {
  readonly snapshot: StoryState
  readonly journal: Journal
  readonly file: StoryFile
}

const leftOfOthers = 'Another program had changed this story while it was being saved. What it wrote was put aside.'

/** Opens a story for editing. What is damaged goes to the quarantine before anything is written over it. */
export async function openStoryFiles(parts: OpeningParts): Promise<OpenedStory> {
  const { fs, quarantine, places, others } = parts
  const damage: StoryDamage[] = []
  const onDamage = (found: StoryDamage): void => {
    damage.push(found)
    parts.onDamage(found)
  }
  const { damaged, ...saved } = await readSavedStory(parts)
  for (const { path } of damaged) {
    onDamage({ message: olderGeneration, quarantined: await quarantine.move(path, olderGeneration) })
  }
  await removeTemporaries(fs, places.folder)
  if ((await readIfThere(fs, places.met)) !== null) {
    onDamage({ message: leftOfOthers, quarantined: await quarantine.move(places.met, leftOfOthers) })
  }
  const start = await startFrom({ ...parts, onDamage }, saved)
  const { snapshot, journal, state, applied, file } = start
  const story = holdStory({
    state,
    replayed: applied,
    durable: snapshot.sequence,
    journal,
    store: file,
    onLate: (late) => void others.keepBoth(late, story).catch(() => undefined),
    ...(parts.times === undefined ? {} : { times: parts.times }),
    ...(parts.now === undefined ? {} : { now: parts.now }),
    ...(parts.watcher === undefined ? {} : { watcher: parts.watcher }),
    ...(parts.editor === undefined ? {} : { editor: parts.editor }),
  })
  const inOrder = applied.length === 0 && damage.length === 0
  return {
    story,
    recovery: inOrder ? null : { at: state.record.updated, changes: applied.length, damage, saved: snapshot },
    look: () => others.look(story, file),
    close: () => close(story, others),
  }
}

async function startFrom(
  parts: OpeningParts,
  { snapshot, sum }: { readonly snapshot: StoryState; readonly sum: string | null },
): Promise<Start> {
  const opened = await openFileJournal(parts.fs, parts.places.journal, parts.quarantine)
  const reading = await opened.journal.read()
  if (reading.damage !== null) parts.onDamage({ message: reading.damage, quarantined: opened.quarantined })
  if (sum !== null) {
    const line = ownLine(snapshot, await readPrevious(parts), reading)
    if (line.others !== null) return startFromOthers(parts, line.base, line.others, opened, reading)
  }
  return { snapshot, file: fileOf(parts, snapshot, sum), ...(await fitting(parts, snapshot, opened.journal, reading)) }
}

/** Another program changed the file while the story was closed: it stands, on a line of its own. */
async function startFromOthers(
  parts: OpeningParts,
  base: StoryState,
  theirs: StoryState,
  { journal }: OpenedFileJournal,
  reading: JournalReading,
): Promise<Start> {
  const replayed = replay(base, reading.entries)
  const ours = replayed.state
  try {
    await parts.others.keepOurs(ours, theirs)
    const sequence = Math.max(ours.sequence, theirs.sequence, reading.entries.at(-1)?.sequence ?? 0) + 1
    const state = { ...theirs, version: Math.max(ours.version, theirs.version) + 1, sequence }
    const file = fileOf(parts, theirs, null)
    await file.write(state)
    await journal.cut(sequence)
    await journal.restart()
    parts.others.tookOver()
    return { snapshot: state, journal, state, applied: [], left: 0, file }
  } catch (error) {
    if (!isGalleyError(error)) throw error
    // No room to keep ours: it stands, and theirs is met before anything is written over it.
    return { snapshot: base, file: fileOf(parts, base, null), ...(await fitting(parts, base, journal, reading)) }
  }
}

function fileOf(parts: OpeningParts, standing: StoryState, sum: string | null): StoryFile {
  const keepBoth = (ours: Story, theirs: Story): Promise<void> => parts.others.keepBoth(ours, theirs)
  return new StoryFile({ ...parts, keepBoth }, { story: standing, sum })
}

/** The journal, once what does not go on from the snapshot was put aside. */
async function fitting(
  parts: OpeningParts,
  snapshot: StoryState,
  journal: Journal,
  { entries }: JournalReading,
): Promise<Replay & { readonly journal: Journal }> {
  const { fs, quarantine, places, onDamage } = parts
  const replayed = replay(snapshot, entries)
  const last = entries.at(-1)?.sequence ?? null
  if (last === null || last === replayed.state.sequence) return { ...replayed, journal }
  // It breaks off before the snapshot or goes on past a hole: what comes next cannot be appended to it.
  await journal.close()
  const aside = await quarantine.move(places.journal, entriesLeft)
  if (replayed.left > 0) onDamage({ message: entriesLeft, quarantined: aside })
  return { ...replayed, journal: (await openFileJournal(fs, places.journal, quarantine)).journal }
}

async function close(story: HeldStory, others: OtherChanges): Promise<void> {
  try {
    await story.close()
  } catch (error) {
    if (isGalleyError(error, 'newer_format')) await others.keepBeside(story)
    throw error
  }
}
