/**
 * Every failure that can reach an editor or a script has one of these codes.
 * The code is for programs; the message is one plain sentence for people.
 */
export const errorCodes = [
  'invalid_input',
  'unsupported_format',
  'too_large',
  'not_an_image',
  'not_found',
  'workspace_missing',
  'workspace_locked',
  'workspace_damaged',
  'newer_format',
  'story_damaged',
  'version_behind',
  'step_refused',
  'disk_full',
  'disk_refused',
  'blocked_by_findings',
  'bundle_invalid',
  'backup_invalid',
  'destination_exists',
  'cancelled',
  'usage',
  'internal',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** An error with a code for programs and a sentence for editors: what happened, what is safe, what to do next. */
export class GalleyError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'GalleyError'
    this.code = code
  }
}

/** True when `error` is ours and, if `code` is given, has that code. */
export function isGalleyError(error: unknown, code?: ErrorCode): error is GalleyError {
  return error instanceof GalleyError && (code === undefined || error.code === code)
}
