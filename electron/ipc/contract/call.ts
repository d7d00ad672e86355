import { z } from 'zod'
import type { ZodType } from 'zod'

/** One request of the window and its answer, each held to a schema in the main process. */
export interface Call<Request extends ZodType = ZodType, Response extends ZodType = ZodType> {
  readonly request: Request
  readonly response: Response
}

/** Describes one call. */
export function call<Request extends ZodType, Response extends ZodType>(
  request: Request,
  response: Response,
): Call<Request, Response> {
  return { request, response }
}

/** The request or answer of a call that has nothing to say. */
export const nothing = z.null()
