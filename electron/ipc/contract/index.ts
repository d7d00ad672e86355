import type { z } from 'zod'
import type { ErrorCode } from '../../../storage/model/errors.ts'
import { desk } from './desk.ts'
import type { EventName, EventPayload } from './events.ts'
import { dragging } from './dragging.ts'
import { importing } from './importing.ts'
import { languages } from './languages.ts'
import { media } from './media.ts'
import { names } from './names.ts'
import { publishing } from './publishing.ts'
import { recovery } from './recovery.ts'
import { stories } from './stories.ts'
import { trash } from './trash.ts'
import { versions } from './versions.ts'

/** Everything a window may ask of the main process, by area. The only thing the two know of each other. */
export const contract = {
  desk,
  stories,
  languages,
  versions,
  recovery,
  trash,
  importing,
  dragging,
  media,
  names,
  publishing,
}

export type Contract = typeof contract
export type Area = keyof Contract
export type Method<A extends Area> = keyof Contract[A]

/** An answer as it crosses: a value, or an error with its code and its sentence. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly message: string } }

type CallOf<A extends Area, M extends Method<A>> = Contract[A][M]
type RequestOf<C> = C extends { readonly request: infer R extends z.ZodType } ? z.input<R> : never
type ResponseOf<C> = C extends { readonly response: infer R extends z.ZodType } ? z.output<R> : never

/** `window.galley`: one function a call, and `on` for events. No channel names, no raw IPC. */
export type Bridge = {
  readonly [A in Area]: {
    readonly [M in Method<A>]: (request: RequestOf<CallOf<A, M>>) => Promise<Answer<ResponseOf<CallOf<A, M>>>>
  }
} & {
  /** Calls `listener` for every event of that name until the returned function is called. */
  readonly on: <Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void) => () => void
}
