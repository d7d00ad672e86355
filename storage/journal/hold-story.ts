import type { Node } from 'prosemirror-model'
import { Queue } from '../files/queue.ts'
import { GalleyError, isGalleyError } from '../model/errors.ts'
import type { StoryId } from '../model/ids.ts'
import type { Instant } from '../model/instant.ts'
import { recordPatchSchema } from '../model/record.ts'
import type { Publication, RecordPatch, StoryRecord } from '../model/record.ts'
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
  readonly #queue = new Queue()
  readonly #history: StepHistory
  readonly #snapshots: SnapshotKeeper
  readonly #listeners = new Set<(event: AuthorityEvent) => void>()
  #state: StoryState
  #saved: SavedState
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
  }: AuthorityParts) {
    this.#state = state
    this.#watcher = watcher ?? null
    this.#journal = journal
    this.#now = now
    this.#saved = { state: 'saved', at: state.record.updated }
    const steps = replayed.filter((entry) => entry.kind === 'steps')
    this.#history = new StepHistory(steps[0]?.version ?? state.version)
    for (const entry of steps) this.#history.add(entry.steps, entry.client)
    this.#snapshots = new SnapshotKeeper(
      { store, journal, times, current: () => this.#state, onWritten: () => this.#tell({ kind: 'snapshot' }) },
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
      const { at } = await this.#commit({ kind: 'record', patch: readPatch(patch) })
      return { record: this.record, at }
    })
  }

  addPublication(publication: Publication): Promise<{ readonly record: StoryRecord; readonly at: Instant }> {
    return this.#inTurn(async () => {
      const { at } = await this.#commit({ kind: 'publication', publication })
      return { record: this.record, at }
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
      await this.#journal.append(entry)
    } catch (error) {
      this.#fail(error, at)
      throw error
    }
    const before = this.#state
    this.#state = state
    this.#saved = { state: 'saved', at }
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

  #fail(error: unknown, at: Instant): void {
    const message = isGalleyError(error) ? error.message : 'The newest changes could not be saved.'
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

/** The change is on disk: somebody who hears of it and fails must not turn it into a refusal. */
function harmlessly(hear: () => void): void {
  try {
    hear()
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error))
  }
}

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
