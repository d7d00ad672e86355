import { isGalleyError } from '../../../storage/model/errors.ts'
import type { RecordPatch, StoryRecord } from '../../../storage/model/record.ts'

interface Waiting {
  readonly patch: RecordPatch
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** Changes of the record that main has not acknowledged yet, oldest first. They are shown as if they were. */
export class RecordChanges {
  readonly #waiting: Waiting[] = []
  #shown: { readonly of: StoryRecord; readonly record: StoryRecord } | null = null

  get count(): number {
    return this.#waiting.length
  }

  /** Resolves when main has taken the change; rejects when it never will. */
  add(patch: RecordPatch): Promise<void> {
    this.#shown = null
    return new Promise((resolve, reject) => {
      this.#waiting.push({ patch, resolve, reject })
    })
  }

  /** The record of main with what waits on top: the same object while neither changes. */
  over(record: StoryRecord): StoryRecord {
    if (this.#waiting.length === 0) return record
    if (this.#shown?.of !== record) {
      const shown = this.#waiting.reduce((under, { patch }) => ({ ...under, ...patch }), record)
      this.#shown = { of: record, record: shown }
    }
    return this.#shown.record
  }

  /**
   * Sends the oldest change with `send`. A value that main does not allow goes back to whoever asked for it; any other
   * failure is thrown, and the change waits to be sent again.
   */
  async sendOldest(send: (patch: RecordPatch) => Promise<void>): Promise<void> {
    const [oldest] = this.#waiting
    if (oldest === undefined) return
    try {
      await send(oldest.patch)
    } catch (error) {
      if (!isGalleyError(error, 'invalid_input')) throw error
      this.#drop()
      oldest.reject(error)
      return
    }
    this.#drop()
    oldest.resolve()
  }

  #drop(): void {
    this.#waiting.shift()
    this.#shown = null
  }
}
