import type { ZodType } from 'zod'
import { isGalleyError } from '../../storage/model/errors.ts'
import type { ErrorCode } from '../../storage/model/errors.ts'
import type { Answer } from './contract/index.ts'
import type { Call } from './contract/call.ts'

/**
 * Parses the request, has it handled, parses the answer. Never throws: whatever goes wrong becomes an error
 * with a code and a sentence; what is not ours is told to `report` and comes out as `internal`.
 */
export async function answerCall(
  call: Call,
  payload: unknown,
  handle: (request: unknown) => unknown,
  report: (error: unknown) => void,
): Promise<Answer<unknown>> {
  const request = call.request.safeParse(payload)
  if (!request.success) {
    report(request.error)
    return failure('invalid_input', 'Galley did not understand this request. Nothing was changed.')
  }
  try {
    return { ok: true, value: parseAnswer(call.response, await handle(request.data)) }
  } catch (error) {
    if (isGalleyError(error)) return failure(error.code, error.message)
    report(error)
    return failure('internal', 'Galley could not do this because of a fault of its own. What was saved is safe.')
  }
}

function parseAnswer(schema: ZodType, answer: unknown): unknown {
  return schema.parse(answer)
}

/** The answer that carries an error. */
export function failure(code: ErrorCode, message: string): Answer<never> {
  return { ok: false, error: { code, message } }
}
