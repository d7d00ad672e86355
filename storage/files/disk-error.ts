import { GalleyError } from '../model/errors.ts'

/** The errno of a failed system call, such as `ENOENT`, or null when the error is none. Looks through our own errors. */
export function errnoOf(error: unknown): string | null {
  if (error instanceof GalleyError) return errnoOf(error.cause)
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' && /^E[A-Z0-9]+$/.test(error.code) ? error.code : null
}

/** True when the file or folder is not there. */
export function isMissing(error: unknown): boolean {
  const errno = errnoOf(error)
  return errno === 'ENOENT' || errno === 'ENOTDIR'
}

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/**
 * A failed write as an error for editors: `disk_full` or `disk_refused`. `what` names what was not written, as the
 * start of a sentence: "The story". An error that is ours already passes unchanged.
 */
export function writeError(error: unknown, what: string): GalleyError {
  if (error instanceof GalleyError) return error
  const errno = errnoOf(error)
  if (errno !== null && full.has(errno)) {
    return new GalleyError(
      'disk_full',
      `${what} could not be saved because the disk is full. What was saved before is safe; free some space, then it is tried again.`,
      { cause: error },
    )
  }
  return new GalleyError(
    'disk_refused',
    `${what} could not be saved because ${reasonOf(errno)}. What was saved before is safe; mend that, then it is tried again.`,
    { cause: error },
  )
}

/** A failed read as an error for editors. An error that is ours already passes unchanged. */
export function readError(error: unknown, what: string): GalleyError {
  if (error instanceof GalleyError) return error
  const reason = isMissing(error) ? 'it is gone' : reasonOf(errnoOf(error)).replace('written to', 'read')
  return new GalleyError('disk_refused', `${what} could not be read because ${reason}. Nothing was changed.`, {
    cause: error,
  })
}

function reasonOf(errno: string | null): string {
  switch (errno) {
    case 'EROFS':
      return 'the disk is read-only'
    case 'EACCES':
    case 'EPERM':
      return 'the folder may not be written to'
    case 'ENOENT':
    case 'ENOTDIR':
      return 'its file or folder is gone'
    case 'EMFILE':
    case 'ENFILE':
      return 'too many files are open on this machine'
    default:
      return errno === null ? 'the disk refused it' : `the disk refused it (${errno})`
  }
}
