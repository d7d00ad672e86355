import { Low } from 'lowdb'
import { Queue } from '../files/queue.ts'
import { isGalleyError } from '../model/errors.ts'
import { DurableAdapter } from './durable-adapter.ts'
import type { DurableFile } from './durable-adapter.ts'

/** What becomes of what this process holds and of what another program put into the file. Both are on disk. */
type Meeting<T> = (ours: Readonly<T>, theirs: T) => T

/**
 * A small file of the workspace held in memory by lowdb. Changes are made one after the other, and show only once
 * they are on disk: lowdb's own `update` changes the data first and waits for nobody. What another program made of the
 * file is met before every change, never written over unread.
 */
export class Store<T extends object> {
  readonly #low: Low<T>
  readonly #adapter: DurableAdapter<T>
  readonly #meeting: Meeting<T>
  readonly #queue = new Queue()
  #onTakenOver: (data: Readonly<T>) => void = () => undefined

  private constructor(low: Low<T>, adapter: DurableAdapter<T>, meeting: Meeting<T>) {
    this.#low = low
    this.#adapter = adapter
    this.#meeting = meeting
  }

  /**
   * Reads the file; `initial` stands in for one that is not there. Another program's file takes the place of ours unless
   * `meeting` makes something else of the two. Throws `newer_format`.
   */
  static async open<T extends object>(
    file: DurableFile<T>,
    initial: T,
    meeting: Meeting<T> = (_ours, theirs) => theirs,
  ): Promise<Store<T>> {
    const adapter = new DurableAdapter(file)
    const low = new Low<T>(adapter, initial)
    await low.read()
    return new Store(low, adapter, meeting)
  }

  /** What is on disk. Never to be changed in place. */
  get data(): Readonly<T> {
    return this.#low.data
  }

  /** Has `listener` hear of what another program made of the file, once it stands here. */
  onTakenOver(listener: (data: Readonly<T>) => void): void {
    this.#onTakenOver = listener
  }

  /**
   * Writes what `next` makes of the current data. Throws `disk_full`, `disk_refused`, and `newer_format` when a later
   * Galley wrote the file meanwhile; then nothing has changed.
   */
  change(next: (data: Readonly<T>) => T): Promise<Readonly<T>> {
    return this.#queue.run(async () => {
      await this.#meet()
      const before = this.#low.data
      const after = next(before)
      if (after !== before) await this.#write(after)
      return after
    })
  }

  /**
   * Takes over what another program made of the file; one that does not hold is put aside and written again. Never
   * rejects: what the disk refuses now is looked at again before the next change.
   */
  look(): Promise<void> {
    return this.#queue.run(async () => {
      try {
        await this.#meet()
      } catch (error) {
        if (!isGalleyError(error)) process.emitWarning(error instanceof Error ? error : String(error))
      }
    })
  }

  /** Resolves when every change that was asked for is written or refused. */
  idle(): Promise<void> {
    return this.#queue.idle()
  }

  async #meet(): Promise<void> {
    const found = await this.#adapter.look()
    if (found.kind === 'damaged') {
      await this.#adapter.putAside(found.cause)
      await this.#write(this.#low.data)
    }
    if (found.kind !== 'theirs') return
    const met = this.#meeting(this.#low.data, found.value)
    if (met === found.value) {
      this.#low.data = met
      found.accept()
    } else await this.#write(met)
    this.#onTakenOver(met)
  }

  async #write(after: T): Promise<void> {
    const before = this.#low.data
    this.#low.data = after
    try {
      await this.#low.write()
    } catch (error) {
      this.#low.data = before
      throw error
    }
  }
}
