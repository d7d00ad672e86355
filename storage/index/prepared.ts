import type Libsql from 'libsql'
import type { Database } from './database.ts'

const kept = new WeakMap<Database, Map<string, Libsql.Statement>>()
/** Queries of different shapes are different statements; there are only so many that anybody asks again. */
const most = 200

/** A statement that answers with rows as lists. Preparing one takes as long as many a query: it is kept for the next time. */
export function prepared(database: Database, sql: string): Libsql.Statement {
  const statements = kept.get(database) ?? new Map<string, Libsql.Statement>()
  kept.set(database, statements)
  const known = statements.get(sql)
  if (known !== undefined) return known
  const made = database.prepare(sql).raw()
  if (statements.size >= most) statements.clear()
  statements.set(sql, made)
  return made
}
