import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { factsNow } from '../files/facts-now.ts'

/** Beside an index: what its file was when it was last closed in order, or how often since then it was not. */
const noteSchema = z.union([z.strictObject({ closed: z.string() }), z.strictObject({ unclosed: z.int().positive() })])

const noteOf = (path: string): string => `${path}-note`

/**
 * How the file of an index stands: as we left it; left by a process that died with it; or in a way that we did not leave it.
 * Of a damaged file SQLite tells only what it stumbles on, and libsql ends the whole process on some of it: what may
 * be damaged is not opened at all.
 */
export type Standing = 'closed' | 'left' | 'foreign'

/** How often in a row an index may be left by dying processes before it is taken for the cause. */
const patience = 5

export function standingOf(path: string): Standing {
  const note = read(path)
  if (note === null) return 'foreign'
  if ('closed' in note) return note.closed === factsNow(path) ? 'closed' : 'foreign'
  return note.unclosed < patience ? 'left' : 'foreign'
}

/** Notes that an index is in use from now on. */
export function noteOpened(path: string): void {
  const note = read(path)
  const before = note !== null && 'unclosed' in note ? note.unclosed : 0
  write(path, { unclosed: before + 1 })
}

/** Notes that an index was closed in order. */
export function noteClosed(path: string): void {
  write(path, { closed: factsNow(path) ?? '' })
}

export function removeNote(path: string): void {
  rmSync(noteOf(path), { force: true })
}

function write(path: string, note: z.infer<typeof noteSchema>): void {
  writeFileSync(noteOf(path), `${JSON.stringify(note)}\n`)
}

function read(path: string): z.infer<typeof noteSchema> | null {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(noteOf(path), 'utf8')))
  } catch {
    return null
  }
}
