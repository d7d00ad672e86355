import type { WebContents } from 'electron'
import type { z } from 'zod'
import type { Area, Contract, Method } from '../contract/index.ts'

type RequestOf<C> = C extends { readonly request: infer R extends z.ZodType } ? z.output<R> : never
type ResponseOf<C> = C extends { readonly response: infer R extends z.ZodType } ? z.input<R> : never

/** Answers one call: gets the parsed request and the window that asks. Throws `GalleyError` for what it cannot do. */
export type Handler<Request, Response> = (request: Request, from: WebContents) => Response | Promise<Response>

/** The handlers of one area, one for each of its calls. */
export type AreaHandlers<A extends Area> = {
  readonly [M in Method<A>]: Handler<RequestOf<Contract[A][M]>, ResponseOf<Contract[A][M]>>
}

/** A handler for every call of the contract. */
export type Handlers = { readonly [A in Area]: AreaHandlers<A> }
