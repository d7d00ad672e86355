import type Libsql from 'libsql'
import type { ErrorCode } from '../model/errors.ts'
import type { StoryId } from '../model/ids.ts'
import type { Database } from './database.ts'
import { textOf } from './indexed-story.ts'
import type { IndexedStory } from './indexed-story.ts'
import { searchedParts, searchedWords } from './searched-words.ts'
import { rowOfSummary, summaryColumns } from './summary-row.ts'

/** A story's files as the index takes them in: what they hold, or why they cannot be read. */
export type Reading =
  | { readonly id: StoryId; readonly identity: string; readonly story: IndexedStory }
  | { readonly id: StoryId; readonly identity: string; readonly error: { code: ErrorCode; message: string } }

/** How many stories are written before they are kept: to keep some costs as much as to write twenty. */
const together = 512

/**
 * Writes the rows of stories. What was written is answered from at once, but only what was kept is still there after a crash: whole
 * stories, never a part of one.
 */
export class RowWriter {
  readonly #database: Database
  readonly #statements: Statements
  #written = 0

  constructor(database: Database) {
    this.#database = database
    this.#statements = statements(database)
  }

  /** When it throws, nothing that was written since it was kept is there any more. */
  write(readings: readonly Reading[], gone: readonly StoryId[] = []): void {
    if (!this.#database.inTransaction) this.#database.exec('BEGIN')
    try {
      for (const id of gone) this.#remove(id)
      for (const reading of readings) {
        const row = this.#remove(reading.id)
        if ('story' in reading) this.#insert(row, reading.identity, reading.story)
        else {
          const { id, identity, error } = reading
          this.#statements.unreadable.run(id, identity, error.code, error.message)
        }
      }
      this.#written += gone.length + readings.length
      if (this.#written >= together) this.keep()
    } catch (error) {
      this.#written = 0
      if (this.#database.inTransaction) this.#database.exec('ROLLBACK')
      throw error
    }
  }

  /** Keeps what was written. */
  keep(): void {
    this.#written = 0
    if (this.#database.inTransaction) this.#database.exec('COMMIT')
  }

  /** The number of the row that was removed, for the one that takes its place: who reads on in a list finds it by that. */
  #remove(id: StoryId): number | null {
    const { readable, rowOf, remove } = this.#statements
    readable.run(id)
    const [row] = (rowOf.get(id) ?? []) as [number?]
    if (row !== undefined) for (const statement of remove) statement.run(row)
    return row ?? null
  }

  #insert(place: number | null, identity: string, { summary, texts, quotations, mentions, media }: IndexedStory): void {
    const { story, search, text, quotation, mention, use } = this.#statements
    const row = Number(story.run(place, identity, ...rowOfSummary(summary)).lastInsertRowid)
    search.run(row, ...searchedParts.map((part) => searchedWords(texts, part).join(' ')))
    text.run(row, textOf(texts))
    for (const [place, { id, kind, text, speaker, entity, verified }] of quotations.entries()) {
      quotation.run(row, place, id, kind, text, speaker, entity, Number(verified))
    }
    for (const [place, { entity, kind, name }] of mentions.entries()) mention.run(row, place, entity, kind, name)
    for (const one of media) use.run(row, one)
  }
}

type Statement = Libsql.Statement

interface Statements {
  readonly rowOf: Statement
  readonly readable: Statement
  readonly remove: readonly Statement[]
  readonly unreadable: Statement
  readonly story: Statement
  readonly search: Statement
  readonly text: Statement
  readonly quotation: Statement
  readonly mention: Statement
  readonly use: Statement
}

function statements(database: Database): Statements {
  const insert = (into: string, count: number): Statement =>
    database.prepare(`INSERT INTO ${into} VALUES (${Array.from({ length: count }, () => '?').join(', ')})`)
  return {
    rowOf: database.prepare('SELECT row FROM stories WHERE id = ?').raw(),
    readable: database.prepare('DELETE FROM unreadable WHERE id = ?'),
    remove: [
      'search WHERE rowid',
      'texts WHERE story',
      'quotations WHERE story',
      'mentions WHERE story',
      'media_uses WHERE story',
      'stories WHERE row',
    ].map((from) => database.prepare(`DELETE FROM ${from} = ?`)),
    unreadable: insert('unreadable', 4),
    story: insert(`stories (row, identity, ${summaryColumns.join(', ')}, sum)`, summaryColumns.length + 3),
    search: insert(`search (rowid, ${searchedParts.join(', ')})`, searchedParts.length + 1),
    text: insert('texts', 2),
    quotation: insert('quotations', 8),
    mention: insert('mentions', 5),
    use: insert('media_uses', 2),
  }
}
