import type { ErrorCode, GalleyError } from '../model/errors.ts'

/** What a command hands back: its JSON, the same for people, and whether something was found or refused. */
export interface Outcome {
  readonly json: unknown
  readonly text: string
  /** True for status 1: check errors, a failed verification, refused inputs. */
  readonly found?: boolean
  /** The code whose status takes the place of 1, where a result was told although the work was refused. */
  readonly refused?: ErrorCode
}

/** An input that was refused, as the commands report it. */
export interface Refusal {
  readonly file: string
  readonly code: ErrorCode
  readonly message: string
}

export function refusalOf(file: string, { code, message }: GalleyError): Refusal {
  return { file, code, message }
}

/** The exit status that tells a script what happened. */
export function statusOf(code: ErrorCode): number {
  switch (code) {
    case 'usage':
      return 2
    case 'workspace_missing':
    case 'workspace_locked':
    case 'workspace_damaged':
    case 'newer_format':
      return 3
    case 'internal':
      return 70
    default:
      return 1
  }
}
