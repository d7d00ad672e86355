import { quantile } from '../bench/statistics.ts'
import type { Typist } from './typist.ts'

/** What kills cost: nothing that was acknowledged, and of the rest how much. */
export class Losses {
  #keys = 0
  #lostKeys = 0
  /** For every kill, how long before it the oldest key was pressed that is not on the disk, in milliseconds. */
  readonly #windows: number[] = []
  /** The last typist, the number of keys that were acknowledged, and when the power went. */
  #last: { readonly typist: Typist; readonly safe: number; readonly at: number } | null = null
  acknowledged = 0

  /** Notes a kill at `at`. False when what was acknowledged is not what stood after some key. */
  killed(typist: Typist, acknowledged: string, at: number): boolean {
    const safe = typist.states.indexOf(acknowledged)
    this.#last = { typist, safe, at }
    this.#keys += typist.pressedBefore(at)
    this.acknowledged += Math.max(0, safe)
    return safe >= 0
  }

  /** Notes what was found after the kill. False when it lacks what was acknowledged, or was never typed. */
  found(text: string): boolean {
    if (this.#last === null) return text === ''
    const { typist, safe, at } = this.#last
    const kept = typist.states.lastIndexOf(text)
    const oldest = typist.pressed[kept + 1]
    this.#windows.push(oldest === undefined ? 0 : Math.max(0, at - oldest))
    this.#lostKeys += Math.max(0, typist.pressedBefore(at) - kept)
    return kept >= safe
  }

  /** The longest time of typing that a kill has cost, in milliseconds. */
  get longest(): number {
    return Math.max(0, ...this.#windows)
  }

  summary(): string {
    const at = (p: number): string => `${quantile(this.#windows, p).toFixed(0)} ms`
    return (
      `${this.#windows.length} kills, ${this.#keys} keys, ${this.acknowledged} acknowledged, none of them lost, ` +
      `no torn file; ${this.#lostKeys} keys were on their way. Typing lost to a kill: ` +
      `median ${at(0.5)}, 95 of 100 within ${at(0.95)}, longest ${this.longest.toFixed(0)} ms`
    )
  }
}
