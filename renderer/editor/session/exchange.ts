import { getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab'
import type { EditorState, Transaction } from 'prosemirror-state'
import { Step } from 'prosemirror-transform'
import type { Bridge } from '../../../electron/ipc/contract/index.ts'
import type { SavedState, Steps } from '../../../electron/ipc/contract/stories.ts'
import { GalleyError, isGalleyError } from '../../../storage/model/errors.ts'
import type { StoryId } from '../../../storage/model/ids.ts'
import type { RecordPatch, StoryRecord } from '../../../storage/model/record.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { writeStep } from '../../../storage/model/steps.ts'
import { valueOf } from '../answers.ts'
import type { Safety } from '../session.ts'
import { RecordChanges } from './record-changes.ts'
import { isRefusal } from './refusal.ts'
import { Retry } from './retry.ts'

const mostStepsInOneRequest = 1000

/** What the exchange needs of the story that it sends for. */
export interface ExchangeSubject {
  readonly id: StoryId
  /** This window's name among those who edit the story. */
  readonly client: string
  readonly stories: Pick<Bridge['stories'], 'sendSteps' | 'stepsSince' | 'changeRecord'>
  state(): EditorState
  dispatch(transaction: Transaction): void
  /** Takes the record as main has it. */
  recordChanged(record: StoryRecord): void
  safetyChanged(): void
  /** The sentence for a failure that main did not put into words. */
  unreachable(): string
  /** The sentence for a window that cannot follow the story any more. */
  outOfStep(): string
}

interface Failure {
  readonly error: GalleyError | null
  readonly message: string
  readonly at: string
}

/**
 * Carries changes between one window and the authority: sends what was typed and what was changed of the record, with
 * one request under way at most, takes in what others typed, and knows at every moment whether all of it is on disk.
 * What fails is kept and tried again; what main refuses for good is kept and not tried again.
 */
export class StepExchange {
  readonly #subject: ExchangeSubject
  readonly #records = new RecordChanges()
  readonly #retry = new Retry()
  #savedAt: string
  #warning: string | null = null
  #failure: Failure | null = null
  #refusal: GalleyError | null = null
  #isInTrash = false
  #running = false
  #stopped = false
  #waiting: { resolve: () => void; reject: (error: unknown) => void }[] = []

  constructor(subject: ExchangeSubject, saved: SavedState) {
    this.#subject = subject
    this.#savedAt = saved.state === 'saved' ? saved.at : saved.since
    this.#note(saved)
  }

  /** True when nothing done here waits to be acknowledged. */
  get isSettled(): boolean {
    return !this.#running && this.unsent === 0
  }

  /** How many changes made here are in memory only. */
  get unsent(): number {
    return this.#records.count + (sendableSteps(this.#subject.state())?.steps.length ?? 0)
  }

  safety(): Safety {
    const { unsent } = this
    if (this.#refusal !== null) {
      return { state: 'refused', message: this.#refusal.message, unsent, isInTrash: this.#isInTrash }
    }
    if (this.#failure !== null) {
      const { error, message, at } = this.#failure
      return { state: 'failing', message, isFull: error?.code === 'disk_full', unsent, triedAt: at }
    }
    return this.isSettled ? { state: 'saved', at: this.#savedAt, warning: this.#warning } : { state: 'saving' }
  }

  /** To be called after every transaction: sends its steps at once, or as soon as the request under way is answered. */
  changed(): void {
    if (!this.#retry.isDue) void this.#send()
  }

  /** Changes the record. Resolves when it is on disk, however long the disk refuses; rejects a value that is not allowed. */
  changeRecord(patch: RecordPatch): Promise<void> {
    const change = this.#records.add(patch)
    this.#subject.safetyChanged()
    this.changed()
    return change
  }

  /** The record with what was changed here and is not acknowledged yet. */
  recordShown(record: StoryRecord): StoryRecord {
    return this.#records.over(record)
  }

  /** Takes in steps that the authority accepted, this window's own among them, in whatever order they are heard. */
  hear(steps: Steps): void {
    void this.#take(steps).catch((error: unknown) => {
      this.#fail(error)
    })
  }

  hearSaved(saved: SavedState): void {
    this.#note(saved)
    this.#subject.safetyChanged()
  }

  /** Sends what waits at once, whatever failed before. */
  tryAgain(): void {
    void this.#send()
  }

  /** Resolves when everything done so far is acknowledged; rejects with the first failure to get there. */
  flush(): Promise<void> {
    if (this.isSettled) return Promise.resolve()
    if (this.#refusal !== null) return Promise.reject(this.#refusal)
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      void this.#send()
    })
  }

  /** True from `suspend` to `resume`. */
  isSuspended(): boolean {
    return this.#isInTrash
  }

  /** The story is in the trash: what is unsent waits here until it is back. */
  suspend(why: GalleyError): void {
    this.#isInTrash = true
    this.#fail(why)
  }

  /** Main has the story open again: what waited is sent. */
  resume(): void {
    this.#isInTrash = false
    this.#refusal = null
    this.#recovered()
    this.#subject.safetyChanged()
    void this.#send()
  }

  /** Sends nothing more and forgets the retries. */
  stop(): void {
    this.#stopped = true
    this.#retry.forget()
  }

  async #send(): Promise<void> {
    if (this.#running || this.#stopped || this.#refusal !== null) return
    this.#running = true
    this.#retry.hold()
    try {
      while (await this.#sendNext()) this.#recovered()
      // Nothing is left that could fail: a retry that is still due would hold back what is typed next.
      this.#recovered()
      this.#running = false
      this.#settle()
    } catch (error) {
      this.#running = false
      this.#fail(error)
    }
  }

  /** False when there is nothing to send. Changes of the record go first: one that is refused must not wait for the copy. */
  async #sendNext(): Promise<boolean> {
    if (this.#records.count > 0) {
      await this.#records.sendOldest((patch) => this.#sendRecord(patch))
      this.#subject.safetyChanged()
      return true
    }
    const sendable = sendableSteps(this.#subject.state())
    if (sendable === null) return false
    await this.#sendSteps(sendable.version, sendable.steps.slice(0, mostStepsInOneRequest))
    return true
  }

  async #sendRecord(patch: RecordPatch): Promise<void> {
    const { record, at } = valueOf(await this.#subject.stories.changeRecord({ id: this.#subject.id, patch }))
    this.#savedAt = laterOf(this.#savedAt, at)
    this.#subject.recordChanged(record)
  }

  async #sendSteps(version: number, steps: readonly Step[]): Promise<void> {
    const { id, client, stories } = this.#subject
    const answer = valueOf(await stories.sendSteps({ id, version, steps: steps.map(writeStep), client }))
    if (answer.outcome === 'behind') return this.#take(answer.missed)
    this.#savedAt = laterOf(this.#savedAt, answer.at)
    this.#apply(
      version,
      steps,
      steps.map(() => client),
    )
  }

  async #take(heard: Steps): Promise<void> {
    if (this.#refusal !== null) return
    const known = getVersion(this.#subject.state())
    const missed =
      heard.version > known
        ? valueOf(await this.#subject.stories.stepsSince({ id: this.#subject.id, version: known }))
        : heard
    try {
      const steps = missed.steps.map((step) => Step.fromJSON(schema, step))
      this.#apply(missed.version, steps, missed.clients)
    } catch (cause) {
      // Asking again brings the same steps, which do not fit what stands here now any more than they did.
      throw new GalleyError('version_behind', this.#subject.outOfStep(), { cause })
    }
    void this.#send()
  }

  /** Applies steps that begin at `version`, leaving out those that the state has already. */
  #apply(version: number, steps: readonly Step[], clients: readonly string[]): void {
    const state = this.#subject.state()
    const known = getVersion(state) - version
    if (known < 0 || known >= steps.length) return
    const options = { mapSelectionBackward: true }
    this.#subject.dispatch(receiveTransaction(state, steps.slice(known), clients.slice(known), options))
  }

  #note(saved: SavedState): void {
    if (saved.state === 'saved') {
      this.#savedAt = laterOf(this.#savedAt, saved.at)
      this.#warning = saved.warning ?? null
      if (!this.#retry.isDue) this.#failure = null
    } else this.#failure ??= { error: null, message: saved.message, at: saved.since }
  }

  #recovered(): void {
    this.#retry.forget()
    this.#failure = null
  }

  #settle(): void {
    this.#subject.safetyChanged()
    if (!this.isSettled) return
    const waiting = this.#waiting
    this.#waiting = []
    for (const { resolve } of waiting) resolve()
  }

  #fail(error: unknown): void {
    if (isRefusal(error)) {
      this.#refusal = error
      this.#retry.forget()
    }
    const ours = isGalleyError(error) ? error : null
    const message = ours?.message ?? this.#subject.unreachable()
    this.#failure = { error: ours, message, at: new Date().toISOString() }
    const waiting = this.#waiting
    this.#waiting = []
    for (const { reject } of waiting) reject(error)
    if (!this.#stopped && this.#refusal === null) this.#retry.later(() => void this.#send())
    this.#subject.safetyChanged()
  }
}

function laterOf(a: string, b: string): string {
  return Date.parse(a) > Date.parse(b) ? a : b
}
