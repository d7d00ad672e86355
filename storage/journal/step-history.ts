import type { ClientId, StepJson, Steps } from '../model/steps.ts'

/** How many steps are held at least, once there were so many. */
const kept = 1000

/** The newest steps of an open story, for windows that must catch up. Twice `kept` at most, so that it stays bounded. */
export class StepHistory {
  /** The version before the first step that is held. */
  #base: number
  #steps: StepJson[] = []
  #clients: ClientId[] = []

  /** Starts empty at `version`. */
  constructor(version: number) {
    this.#base = version
  }

  get version(): number {
    return this.#base + this.#steps.length
  }

  add(steps: readonly StepJson[], client: ClientId): void {
    for (const step of steps) {
      this.#steps.push(step)
      this.#clients.push(client)
    }
    const surplus = this.#steps.length - kept
    if (surplus < kept) return
    this.#steps = this.#steps.slice(surplus)
    this.#clients = this.#clients.slice(surplus)
    this.#base += surplus
  }

  /** The steps after `version`, or null when it is older than what is held or ahead of it. */
  since(version: number): Steps | null {
    if (version < this.#base || version > this.version) return null
    const from = version - this.#base
    return { version, steps: this.#steps.slice(from), clients: this.#clients.slice(from) }
  }
}
