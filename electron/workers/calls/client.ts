import type { z } from 'zod'
import { GalleyError } from '../../../storage/model/errors.ts'
import type { Answered, Asked, WorkerCalls } from './serve.ts'

/** A running worker as its client sees it. */
export interface WorkerHandle {
  postMessage(message: unknown): void
  on(event: 'message', listener: (message: unknown) => void): unknown
  once(event: 'exit', listener: () => void): unknown
  kill(): boolean
}

interface Pending {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

/**
 * Asks a worker, which is started when it is first needed and again after it died. A call that was under way
 * then fails with `internal`; what it was to do did not happen, or can be done again.
 */
export class WorkerClient<Calls extends WorkerCalls> {
  readonly #calls: Calls
  readonly #start: () => WorkerHandle
  readonly #pending = new Map<number, Pending>()
  #worker: WorkerHandle | null = null
  #number = 0

  constructor(calls: Calls, start: () => WorkerHandle) {
    this.#calls = calls
    this.#start = start
  }

  /** Rejects with the `GalleyError` that the worker's handler threw. */
  async ask<Name extends keyof Calls & string>(
    name: Name,
    request: z.input<Calls[Name]['request']>,
  ): Promise<z.output<Calls[Name]['response']>> {
    const number = (this.#number += 1)
    const answer = await new Promise<unknown>((resolve, reject) => {
      this.#pending.set(number, { resolve, reject })
      this.#running().postMessage({ number, name, request } satisfies Asked)
    })
    return (this.#calls[name] as Calls[Name]).response.parse(answer) as z.output<Calls[Name]['response']>
  }

  /** Ends the worker. Calls under way fail. */
  stop(): void {
    this.#worker?.kill()
  }

  #running(): WorkerHandle {
    if (this.#worker !== null) return this.#worker
    const worker = this.#start()
    this.#worker = worker
    worker.on('message', (message) => this.#hear(message as Answered))
    worker.once('exit', () => {
      this.#worker = null
      const waiting = [...this.#pending.values()]
      this.#pending.clear()
      const sentence = 'A helper of Galley stopped in the middle of this. Nothing was lost; do it again.'
      for (const { reject } of waiting) reject(new GalleyError('internal', sentence))
    })
    return worker
  }

  #hear({ number, answer }: Answered): void {
    const pending = this.#pending.get(number)
    this.#pending.delete(number)
    if (answer.ok) pending?.resolve(answer.value)
    else pending?.reject(new GalleyError(answer.error.code, answer.error.message))
  }
}
