import { GalleyError } from '../../storage/model/errors.ts'
import type { Answer } from '../../electron/ipc/contract/index.ts'

/** The value of an answer of main, or its error thrown with code and sentence. */
export function valueOf<Value>(answer: Answer<Value>): Value {
  if (answer.ok) return answer.value
  throw new GalleyError(answer.error.code, answer.error.message)
}
