import { GalleyError } from '../model/errors.ts'
import type { Instant } from '../model/instant.ts'
import type { Publication } from '../model/record.ts'
import type { PublishRequest } from './request.ts'

/** A publication about to be made, the one it takes the place of, and whether the record has it already. */
export interface PlannedPublication {
  readonly publication: Publication
  readonly evolvedFrom: Publication | null
  readonly isNew: boolean
}

/**
 * The publication that a request leads to. A story unchanged since its last one gets that one again, moment and all, so
 * that publishing twice gives the same bytes and nothing new to enter.
 * Throws `invalid_input` for a correction or kill of a story that never left, and for a correction without a note.
 */
export function nextPublication(
  earlier: readonly Publication[],
  fingerprint: string,
  { kind, note }: Pick<PublishRequest, 'kind' | 'note'>,
  now: Instant,
): PlannedPublication {
  const last = earlier.at(-1) ?? null
  if (last === null && kind !== 'publish') {
    const what = kind === 'kill' ? 'withdrawn' : 'corrected'
    throw new GalleyError('invalid_input', `A story that was never published cannot be ${what}. Publish it first.`)
  }
  if (kind === 'correction' && note.trim() === '') {
    throw new GalleyError('invalid_input', 'A correction tells readers what was wrong. Write the note, then publish.')
  }
  if (last !== null && says(last, fingerprint, kind, note)) {
    return { publication: last, evolvedFrom: earlier.at(-2) ?? null, isNew: false }
  }
  const version = (last?.version ?? 0) + 1
  const publication = { version, at: now, kind: kindOf(last, kind), note: note.trim(), sha256: fingerprint }
  return { publication, evolvedFrom: last, isNew: true }
}

function says(last: Publication, fingerprint: string, kind: PublishRequest['kind'], note: string): boolean {
  if (last.sha256 !== fingerprint) return false
  const sameNote = note.trim() === last.note
  if (kind === 'publish') return last.kind !== 'kill' && (note.trim() === '' || sameNote)
  return last.kind === kind && sameNote
}

function kindOf(last: Publication | null, kind: PublishRequest['kind']): Publication['kind'] {
  if (kind !== 'publish') return kind
  return last === null ? 'first' : 'update'
}
