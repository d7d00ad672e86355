import { z } from 'zod'
import { answerCall } from '../../ipc/answer.ts'
import type { Call } from '../../ipc/contract/call.ts'
import type { Answer } from '../../ipc/contract/index.ts'

export type WorkerCalls = Readonly<Record<string, Call>>

export type WorkerHandlers<Calls extends WorkerCalls> = {
  readonly [Name in keyof Calls]: (
    request: z.output<Calls[Name]['request']>,
  ) => Promise<z.input<Calls[Name]['response']>>
}

/** A request on its way to a worker; `answered` carries its number back. */
export const askedSchema = z.strictObject({ number: z.int(), name: z.string(), request: z.unknown() })
export type Asked = z.infer<typeof askedSchema>
export interface Answered {
  readonly number: number
  readonly answer: Answer<unknown>
}

/** The end of the wire in a worker. */
export interface WorkerPort {
  on(event: 'message', listener: (message: { data: unknown }) => void): unknown
  postMessage(message: unknown): void
}

/** Answers the calls of a worker, each parsed both ways. Several are handled at a time. */
export function serve<Calls extends WorkerCalls>(
  port: WorkerPort,
  calls: Calls,
  handlers: WorkerHandlers<Calls>,
  report: (what: string, error: unknown) => void,
): void {
  const handlersOf: Readonly<Record<string, (request: never) => unknown>> = handlers
  port.on('message', ({ data }) => {
    const { number, name, request } = askedSchema.parse(data)
    const asked = calls[name]
    const handler = handlersOf[name]
    if (asked === undefined || handler === undefined) throw new Error(`a worker was asked for ${name}`)
    void answerCall(
      asked,
      request,
      // The call's schema has made the request what the handler takes.
      (parsed) => handler(parsed as never),
      (error) => report(name, error),
    ).then((answer) => port.postMessage({ number, answer } satisfies Answered))
  })
}
