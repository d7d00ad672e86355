import { getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab'
import type { EditorState, Transaction } from 'prosemirror-state'
import { Step } from 'prosemirror-transform'
import { z } from 'zod'
import type { Bridge } from '../../../electron/ipc/contract/index.ts'
import type { SavedState, Steps } from '../../../electron/ipc/contract/stories.ts'
import type { StoryId } from '../../../storage/model/ids.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { valueOf } from '../answers.ts'
import type { Safety } from '../session.ts'

const stepJson = z.looseObject({ stepType: z.string() })
const mostStepsInOneRequest = 1000
const firstRetryAfter = 250
const slowestRetryAfter = 5000

/** What the exchange needs of the story that it sends for. */
export interface ExchangeSubject {
  readonly id: StoryId
  /** This window's name among those who edit the story. */
  readonly client: string
  readonly stories: Pick<Bridge['stories'], 'sendSteps' | 'stepsSince'>
  state(): EditorState
  dispatch(transaction: Transaction): void
  safetyChanged(): void
  /** The sentence for a failure that main did not put into words. */
  unreachable(): string
}

/**
 * Carries steps between one window's state and the authority: sends what was typed, with one request under way at most,
 * takes in what others typed, and knows at every moment whether all of it is on disk.
 */
export class StepExchange {
  readonly #subject: ExchangeSubject
  #savedAt: string
  #failure: string | null = null
  #failures = 0
  #running = false
  #stopped = false
  #pendingWork = 0
  #retry: ReturnType<typeof setTimeout> | null = null
  #waiting: { resolve: () => void; reject: (error: unknown) => void }[] = []

  constructor(subject: ExchangeSubject, saved: SavedState) {
    this.#subject = subject
    this.#savedAt = saved.state === 'saved' ? saved.at : saved.since
    if (saved.state === 'failing') this.#failure = saved.message
  }

  /** True when nothing typed here waits to be acknowledged. */
  get isSettled(): boolean {
    return this.#pendingWork === 0 && !this.#running && sendableSteps(this.#subject.state()) === null
  }

  safety(): Safety {
    if (this.#failure !== null) return { state: 'failing', message: this.#failure }
    return this.isSettled ? { state: 'saved', at: this.#savedAt } : { state: 'saving' }
  }

  /** To be called after every transaction: sends its steps at once, or as soon as the request under way is answered. */
  changed(): void {
    if (this.#failures === 0) void this.#send()
  }

  /** Takes in steps that the authority accepted, this window's own among them, in whatever order they are heard. */
  hear(steps: Steps): void {
    void this.#take(steps).catch((error: unknown) => this.#fail(error))
  }

  hearSaved(saved: SavedState): void {
    if (saved.state === 'failing') this.#failure = saved.message
    else {
      this.#savedAt = laterOf(this.#savedAt, saved.at)
      if (this.#failures === 0) this.#failure = null
    }
    this.#subject.safetyChanged()
  }

  /** Counts other work of the story, such as a change of its record, into what must be acknowledged. */
  async during<Value>(work: () => Promise<{ value: Value; at: string }>): Promise<Value> {
    this.#pendingWork += 1
    this.#subject.safetyChanged()
    try {
      const { value, at } = await work()
      this.#savedAt = laterOf(this.#savedAt, at)
      return value
    } finally {
      this.#pendingWork -= 1
      this.#settle()
    }
  }

  /** Resolves when everything typed so far is acknowledged; rejects with the first failure to get there. */
  flush(): Promise<void> {
    if (this.isSettled) return Promise.resolve()
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      void this.#send()
    })
  }

  /** Sends nothing more and forgets the retries. */
  stop(): void {
    this.#stopped = true
    this.#clearRetry()
  }

  async #send(): Promise<void> {
    if (this.#running || this.#stopped) return
    this.#running = true
    this.#clearRetry()
    try {
      for (;;) {
        const sendable = sendableSteps(this.#subject.state())
        if (sendable === null) break
        await this.#sendSome(sendable.version, sendable.steps.slice(0, mostStepsInOneRequest))
      }
      this.#running = false
      this.#settle()
    } catch (error) {
      this.#running = false
      this.#fail(error)
    }
  }

  async #sendSome(version: number, steps: readonly Step[]): Promise<void> {
    const { id, client, stories } = this.#subject
    const json = steps.map((step) => stepJson.parse(step.toJSON()))
    const answer = valueOf(await stories.sendSteps({ id, version, steps: json, client }))
    this.#recovered()
    if (answer.outcome === 'behind') return this.#take(answer.missed)
    this.#savedAt = laterOf(this.#savedAt, answer.at)
    this.#apply(
      version,
      steps,
      steps.map(() => client),
    )
  }

  async #take(heard: Steps): Promise<void> {
    const known = getVersion(this.#subject.state())
    const missed =
      heard.version > known
        ? valueOf(await this.#subject.stories.stepsSince({ id: this.#subject.id, version: known }))
        : heard
    const steps = missed.steps.map((step) => Step.fromJSON(schema, step))
    this.#apply(missed.version, steps, missed.clients)
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

  #recovered(): void {
    this.#failures = 0
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
    this.#failures += 1
    this.#failure = error instanceof Error && error.name === 'GalleyError' ? error.message : this.#subject.unreachable()
    const waiting = this.#waiting
    this.#waiting = []
    for (const { reject } of waiting) reject(error)
    this.#subject.safetyChanged()
    if (this.#stopped) return
    this.#clearRetry()
    const delay = Math.min(slowestRetryAfter, firstRetryAfter * 2 ** (this.#failures - 1))
    this.#retry = setTimeout(() => void this.#send(), delay)
  }

  #clearRetry(): void {
    if (this.#retry !== null) clearTimeout(this.#retry)
    this.#retry = null
  }
}

function laterOf(a: string, b: string): string {
  return Date.parse(a) > Date.parse(b) ? a : b
}
