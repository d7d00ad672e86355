import { Low } from 'lowdb'
import { Queue } from '../files/queue.ts'
import { DurableAdapter } from './durable-adapter.ts'
import type { DurableFile } from './durable-adapter.ts'

/**
 * A small file of the workspace held in memory by lowdb. Changes are made one after the other, and show only once
 * they are on disk: lowdb's own `update` changes the data first and waits for nobody.
 */
export class Store<T extends object> {
  readonly #low: Low<T>
  readonly #queue = new Queue()

  private constructor(low: Low<T>) {
    this.#low = low
  }

  /** Reads the file; `initial` stands in for one that is not there. Throws `newer_format`. */
  static async open<T extends object>(file: DurableFile<T>, initial: T): Promise<Store<T>> {
    const low = new Low<T>(new DurableAdapter(file), initial)
    await low.read()
    return new Store(low)
  }

  /** What is on disk. Never to be changed in place. */
  get data(): Readonly<T> {
    return this.#low.data
  }

  /** Writes what `next` makes of the current data. Throws `disk_full`, `disk_refused`; then nothing has changed. */
  change(next: (data: Readonly<T>) => T): Promise<Readonly<T>> {
    return this.#queue.run(async () => {
      const before = this.#low.data
      const after = next(before)
      if (after === before) return before
      this.#low.data = after
      try {
        await this.#low.write()
      } catch (error) {
        this.#low.data = before
        throw error
      }
      return after
    })
  }

  /** Resolves when every change that was asked for is written or refused. */
  idle(): Promise<void> {
    return this.#queue.idle()
  }
}
