import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { call } from '../../../electron/ipc/contract/call.ts'
import { WorkerClient } from '../../../electron/workers/calls/client.ts'
import { serve } from '../../../electron/workers/calls/serve.ts'
import { GalleyError } from '../../../storage/model/errors.ts'

const calls = {
  halve: call(z.strictObject({ number: z.int() }), z.int()),
  wait: call(z.null(), z.null()),
}

/** A worker in this process: what it is sent arrives as a copy, a moment later. */
class NearWorker extends EventEmitter {
  readonly #port = new EventEmitter()

  constructor() {
    super()
    const answer = (message: unknown): void => {
      this.emit('message', structuredClone(message))
    }
    const port = {
      on: (event: 'message', listener: (message: { data: unknown }) => void) => this.#port.on(event, listener),
      postMessage: (message: unknown) => setImmediate(() => answer(message)),
    }
    serve(
      port,
      calls,
      {
        halve: async ({ number }) => {
          if (number % 2 === 1) throw new GalleyError('not_an_image', 'This is odd.')
          return number / 2
        },
        wait: () => new Promise(() => undefined),
      },
      () => undefined,
    )
  }

  postMessage(message: unknown): void {
    const data = structuredClone(message)
    setImmediate(() => this.#port.emit('message', { data }))
  }

  kill(): boolean {
    return this.emit('exit')
  }
}

function client() {
  const workers: NearWorker[] = []
  const start = (): NearWorker => {
    const worker = new NearWorker()
    workers.push(worker)
    return worker
  }
  return { client: new WorkerClient(calls, start), workers }
}

test('answers find the call they belong to, however many are under way', async () => {
  const { client: asking } = client()
  const numbers = [2, 40, 6, 800]
  await expect(Promise.all(numbers.map((number) => asking.ask('halve', { number })))).resolves.toEqual([1, 20, 3, 400])
})

test('an error keeps its code and sentence on the way', async () => {
  const { client: asking } = client()
  const failed = await asking.ask('halve', { number: 3 }).catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(GalleyError)
  expect(failed).toMatchObject({ code: 'not_an_image', message: 'This is odd.' })
})

test('a worker is started once, when it is first needed', async () => {
  const { client: asking, workers } = client()
  expect(workers).toHaveLength(0)
  await asking.ask('halve', { number: 2 })
  await asking.ask('halve', { number: 2 })
  expect(workers).toHaveLength(1)
})

test('when a worker dies, what was under way fails and the next call gets a new one', async () => {
  const { client: asking, workers } = client()
  const waiting = asking.ask('wait', null)
  workers[0]?.kill()
  await expect(waiting).rejects.toMatchObject({ code: 'internal' })
  await expect(asking.ask('halve', { number: 2 })).resolves.toBe(1)
  expect(workers).toHaveLength(2)
})
