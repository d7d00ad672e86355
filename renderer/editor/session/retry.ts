const first = 250
const slowest = 5000

/** Tries something again after a failure: soon, then ever later, at the latest every five seconds. */
export class Retry {
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | null = null

  /** True from a failure on until it is forgotten: new work waits for the next try. */
  get isDue(): boolean {
    return this.#failures > 0
  }

  /** Notes a failure, and tries again in a while. */
  later(attempt: () => void): void {
    this.hold()
    const delay = Math.min(slowest, first * 2 ** this.#failures)
    this.#failures += 1
    this.#timer = setTimeout(attempt, delay)
  }

  /** An attempt is under way: no other is made meanwhile. */
  hold(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  /** Something worked, or nothing is tried any more. */
  forget(): void {
    this.hold()
    this.#failures = 0
  }
}
