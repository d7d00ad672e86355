import { isGalleyError } from '../../../storage/model/errors.ts'
import type { ErrorCode, GalleyError } from '../../../storage/model/errors.ts'

/** What main will answer however often it is asked: sending the same again helps nobody. */
const final: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'step_refused',
  'version_behind',
  'not_found',
  'invalid_input',
  'too_large',
  'story_damaged',
  'newer_format',
])

/** True when main refused for good, rather than failed for now. */
export function isRefusal(error: unknown): error is GalleyError {
  return isGalleyError(error) && final.has(error.code)
}
