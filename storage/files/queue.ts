/** Runs tasks one after the other, in the order they came. A task that fails does not stop the next. */
export class Queue {
  #tail: Promise<unknown> = Promise.resolve()

  /** Resolves or rejects as `task` does, once its turn has come. */
  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(task)
    this.#tail = result.catch(() => undefined)
    return result
  }

  /** Resolves when everything that was asked for so far is done. */
  async idle(): Promise<void> {
    await this.#tail
  }
}
