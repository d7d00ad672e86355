import type { Node } from 'prosemirror-model'
import { isMissing } from '../files/disk-error.ts'
import { Queue } from '../files/queue.ts'
import { GalleyError, isGalleyError } from '../model/errors.ts'
import type { StoryId } from '../model/ids.ts'
import type { Instant } from '../model/instant.ts'
import { recordPatchSchema } from '../model/record.ts'
import type { Publication, RecordPatch, StoryRecord } from '../model/record.ts'
import type { Story } from '../model/story.ts'
import { mayMove } from '../model/status.ts'
import type { StoryStatus } from '../model/status.ts'
import type { ClientId, SavedState, SendStepsResult, StepJson, Steps } from '../model/steps.ts'
import type { AuthorityEvent, StoryAuthority } from './authority.ts'
import { entryFormat } from './entry.ts'
import type { Change, Entry } from './entry.ts'
import type { Journal } from './journal.ts'
import { SnapshotKeeper } from './snapshot-keeper.ts'
import type { SnapshotStore, SnapshotTimes } from './snapshot-keeper.ts'
import { StepHistory } from './step-history.ts'
import { advance } from './story-state.ts'
import type { StoryState } from './story-state.ts'

/** The authority as its owner holds it. */
export interface HeldStory extends StoryAuthority {
  /**
   * Takes changes in the place of what stands, as one turn, when nothing here is unsaved: the last snapshot holds it all.
   * `make` is given what stands. False, and nothing is asked or changed, when something is unsaved.
   */
  changeWhenSaved(make: (standing: StoryState) => Promise<readonly Change[]>): Promise<boolean>
  /** Writes a snapshot even when the last one holds everything. Throws as `flush`. */
  rewrite(): Promise<void>
  /**
   * Takes no more requests, snapshots, and lets the journal go. Rejects with `disk_full` or `disk_refused` when the
   * snapshot failed: it is closed all the same, and the journal holds everything.
   */
  close(): Promise<void>
}

/** A change that is on disk and acknowledged, and the story before and after it. */
export interface Commit {
  readonly before: StoryState
  readonly after: StoryState
  readonly entry: Entry
}

/** Somebody who does more with changes than hear of them, such as keeping versions. */
export interface CommitWatcher {
  /** Called with every change in order. Work belongs behind it: the acknowledgement waits until this returns. */
  committed(commit: Commit): void
  /** Resolves when nothing is left to do for what was committed; closing waits for it. Never rejects. */
  settled(): Promise<void>
}

export interface AuthorityParts {
  readonly state: StoryState
  /** Entries that led to `state` from the newest durable snapshot. */
  readonly replayed: readonly Entry[]
  /** Sequence number of the newest durable snapshot. */
  readonly durable: number
  readonly journal: Journal
  readonly store: SnapshotStore
  readonly times?: SnapshotTimes
  readonly now?: () => Date
  readonly watcher?: CommitWatcher
  /**
   * Hears of a story that a window made of what stood before `changeWhenSaved` changed it: its steps came too late to be
   * taken as they are, and what it rebases may lose words.
   */
  readonly onLate?: (story: Story) => void
  /** Who works here: signs changes of the record. */
  readonly editor?: () => string
}

const usualTimes: SnapshotTimes = { quiet: 2000, longest: 30_000 }

/** Makes the authority of a story that was read from disk. */
export function holdStory(parts: AuthorityParts): HeldStory {
  return new Authority(parts)
}

class Authority implements HeldStory {
  readonly #journal: Journal
  readonly #now: () => Date
  readonly #watcher: CommitWatcher | null
  readonly #onLate: (story: Story) => void
  readonly #editor: () => string
  readonly #queue = new Queue()
  readonly #history: StepHistory
  readonly #snapshots: SnapshotKeeper
  readonly #listeners = new Set<(event: AuthorityEvent) => void>()
  #state: StoryState
  #saved: SavedState
  /** Why the last snapshot was refused, in a sentence; null when it was written. */
  #warning: string | null = null
  /** What stood before others changed the story. */
  #overtaken: StoryState | null = null
  #closed = false

  constructor({
    state,
    replayed,
    durable,
    journal,
    store,
    times = usualTimes,
    now = () => new Date(),
    watcher,
    onLate = () => undefined,
    editor = () => '',
  }: AuthorityParts) {
    this.#state = state
    this.#watcher = watcher ?? null
    this.#onLate = onLate
    this.#editor = editor
    this.#journal = journal
    this.#now = now
    this.#saved = { state: 'saved', at: state.record.updated }
    const steps = replayed.filter((entry) => entry.kind === 'steps')
    this.#history = new StepHistory(steps[0]?.version ?? state.version)
    for (const entry of steps) this.#history.add(entry.steps, entry.client)
    this.#snapshots = new SnapshotKeeper(
      {
        store,
        journal,
        times,
        current: () => this.#state,
        onWritten: () => {
          this.#warn(null)
          this.#tell({ kind: 'snapshot' })
        },
        onFailed: (error) => this.#warn(sentenceOf(error, 'The file of this story could not be saved.')),
      },
      durable,
    )
    if (state.sequence !== durable) this.#snapshots.touch()
  }

  get id(): StoryId {
    return this.#state.record.id
  }
  get version(): number {
    return this.#state.version
  }
  get document(): Node {
    return this.#state.document
  }
  get record(): StoryRecord {
    return this.#state.record
  }
  get saved(): SavedState {
    return this.#saved
  }

  receive(version: number, steps: readonly StepJson[], client: ClientId): Promise<SendStepsResult> {
    return this.#inTurn(async () => {
      if (version === this.#overtaken?.version) this.#hearLate(this.#overtaken, steps, client)
      if (version !== this.version) return { outcome: 'behind', missed: this.stepsSince(version) }
      if (steps.length === 0) return { outcome: 'accepted', version, at: this.record.updated }
      const entry = await this.#commit({ kind: 'steps', version, client, steps: [...steps] })
      return { outcome: 'accepted', version: this.version, at: entry.at }
    })
  }

  stepsSince(version: number): Steps {
    const steps = this.#history.since(version)
    if (steps === null) {
      throw new GalleyError('version_behind', 'This window has lost touch with the story. Open the story again.')
    }
    return steps
  }

  changeRecord(patch: RecordPatch): Promise<{ readonly record: StoryRecord; readonly at: Instant }> {
    return this.#inTurn(async () => {
      const read = readPatch(patch)
      mustBeAllowed(this.record.status, read.status)
      const { at } = await this.#commit({ kind: 'record', patch: read, by: this.#editor() })
      return { record: this.record, at }
    })
  }

  addPublication(publication: Publication): Promise<{ readonly record: StoryRecord; readonly at: Instant }> {
    return this.#inTurn(async () => {
      const { at } = await this.#commit({ kind: 'publication', publication, by: this.#editor() })
      return { record: this.record, at }
    })
  }

  changeWhenSaved(make: (standing: StoryState) => Promise<readonly Change[]>): Promise<boolean> {
    return this.#inTurn(async () => {
      if (!this.#snapshots.isClean || this.#saved.state === 'failing') return false
      const standing = this.#state
      for (const change of await make(standing)) await this.#commit(change)
      if (this.version !== standing.version) this.#overtaken = standing
      return true
    })
  }

  subscribe(listener: (event: AuthorityEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async flush(): Promise<void> {
    await this.#queue.idle()
    await this.#snapshots.flush()
  }

  async rewrite(): Promise<void> {
    await this.#queue.idle()
    await this.#snapshots.rewrite()
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#queue.idle()
    try {
      await this.#snapshots.close()
    } finally {
      await this.#journal.close()
      this.#listeners.clear()
      await this.#watcher?.settled()
    }
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new GalleyError('not_found', 'This story was closed. Open it again.'))
    return this.#queue.run(task)
  }

  /** Journals a change, and only then makes it the story's state and tells of it. */
  async #commit(change: Change): Promise<Entry> {
    const at = this.#now().toISOString()
    const { state, entry } = advance(this.#state, {
      ...change,
      format: entryFormat,
      sequence: this.#state.sequence + 1,
      at,
    })
    try {
      await this.#append(entry)
    } catch (error) {
      this.#fail(error, at)
      throw error
    }
    const before = this.#state
    this.#state = state
    this.#saved = saved(at, this.#warning)
    this.#snapshots.touch()
    if (entry.kind === 'steps') {
      const { version, steps, client } = entry
      this.#history.add(steps, client)
      this.#tell({ kind: 'steps', steps: { version, steps, clients: steps.map(() => client) } })
    } else {
      this.#tell({ kind: 'record', record: state.record })
    }
    this.#tell({ kind: 'saved', saved: this.#saved })
    harmlessly(() => this.#watcher?.committed({ before, after: state, entry }))
    return entry
  }

  /** Where the journal has gone from its place, a snapshot of what stands takes its place, and it begins anew. */
  async #append(entry: Entry): Promise<void> {
    try {
      await this.#journal.append(entry)
    } catch (error) {
      if (!isMissing(error)) throw error
      await this.#snapshots.rewrite()
      await this.#journal.restart()
      await this.#journal.append(entry)
    }
  }

  #hearLate(overtaken: StoryState, steps: readonly StepJson[], client: ClientId): void {
    const { version, sequence } = overtaken
    const at = this.#now().toISOString()
    const change: Change = { kind: 'steps', version, client, steps: [...steps] }
    try {
      this.#onLate(advance(overtaken, { ...change, format: entryFormat, sequence: sequence + 1, at }).state)
    } catch {
      // Steps that do not apply would have been refused in time as well.
    }
  }

  #warn(warning: string | null): void {
    if (warning === this.#warning) return
    this.#warning = warning
    if (this.#saved.state === 'failing') return
    this.#saved = saved(this.#saved.at, warning)
    this.#tell({ kind: 'saved', saved: this.#saved })
  }

  #fail(error: unknown, at: Instant): void {
    const message = sentenceOf(error, 'The newest changes could not be saved.')
    const since = this.#saved.state === 'failing' ? this.#saved.since : at
    this.#saved = { state: 'failing', message, since }
    this.#tell({ kind: 'saved', saved: this.#saved })
  }

  #tell(event: AuthorityEvent): void {
    for (const listener of this.#listeners)
      harmlessly(() => {
        listener(event)
      })
  }
}

function saved(at: Instant, warning: string | null): SavedState {
  return { state: 'saved', at, ...(warning === null ? {} : { warning }) }
}

function sentenceOf(error: unknown, otherwise: string): string {
  return isGalleyError(error) ? error.message : otherwise
}

/** The change is on disk: somebody who hears of it and fails must not turn it into a refusal. */
function harmlessly(hear: () => void): void {
  try {
    hear()
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error))
  }
}

function mustBeAllowed(from: StoryStatus, to: StoryStatus | undefined): void {
  if (to === undefined || mayMove(from, to)) return
  throw new GalleyError(
    'invalid_input',
    `The story was not changed: one that is ${words(from)} cannot be made ${words(to)} by hand.`,
  )
}

const words = (status: StoryStatus): string => status.replace('_', ' ')

function readPatch(patch: RecordPatch): RecordPatch {
  const read = recordPatchSchema.safeParse(patch)
  if (!read.success) {
    const field = read.error.issues[0]?.path.join('.') ?? ''
    throw new GalleyError('invalid_input', `The story was not changed: "${field}" cannot have this value.`, {
      cause: read.error,
    })
  }
  return read.data
}
