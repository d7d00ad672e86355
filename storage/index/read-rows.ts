import type { QueryNode } from '../language/search/query.ts'
import { errorCodes } from '../model/errors.ts'
import type { ErrorCode } from '../model/errors.ts'
import { storyIdSchema } from '../model/ids.ts'
import type { StoryId } from '../model/ids.ts'
import type { StorySummary } from '../model/summary.ts'
import { compile, matching, relevance } from './compile.ts'
import type { Value } from './compile.ts'
import type { Database } from './database.ts'
import { excerptOf, wantedWords } from './excerpt.ts'
import type { Excerpt } from './excerpt.ts'
import { prepared } from './prepared.ts'
import { summaryColumns, summaryOfRow } from './summary-row.ts'

/** In which order the answers of a query come: the newest change first, or what answers best. */
export type ListOrder = 'newest' | 'relevance'

export interface Listing {
  readonly query: QueryNode
  readonly limit: number
  readonly order: ListOrder
  readonly excerpts: boolean
}

/** What answers a query: how many stories, and the first of them. */
export interface Answers {
  readonly total: number
  readonly stories: readonly { readonly summary: StorySummary; readonly excerpt: Excerpt | null }[]
}

export interface Unreadable {
  readonly id: StoryId
  readonly code: ErrorCode
  readonly message: string
}

/**
 * Which rows there are from one id up to another, and of what: the identity of each story's files when it was read. With null
 * there is no such bound.
 */
export function identities(database: Database, from: string | null, before: string | null): Map<string, string> {
  const bounds = [...(from === null ? [] : [from]), ...(before === null ? [] : [before])]
  const where = [...(from === null ? [] : ['id >= ?']), ...(before === null ? [] : ['id < ?'])].join(' AND ') || '1'
  const [stories, others] = ['stories', 'unreadable'].map((table) => `SELECT id, identity FROM ${table} WHERE ${where}`)
  const rows = database.prepare(`${stories} UNION ALL ${others}`)
  return new Map(rows.raw().all(...bounds, ...bounds) as [string, string][])
}

/** Every row as it stands, for whoever compares them with the files. */
export function* everySummary(database: Database): Generator<StorySummary> {
  for (const row of database.prepare(`SELECT ${columns} FROM stories`).raw().all()) yield summaryOfRow(row as unknown[])
}

export function isEmpty(database: Database): boolean {
  return prepared(database, 'SELECT 1 FROM stories LIMIT 1').get() === undefined
}

export function unreadable(database: Database): Unreadable[] {
  const rows = prepared(database, 'SELECT id, code, message FROM unreadable ORDER BY id').all() as string[][]
  return rows.map(([id, code, message = '']) => ({
    id: storyIdSchema.parse(id),
    code: errorCodes.find((known) => known === code) ?? 'internal',
    message,
  }))
}

/** Answers a query. */
export function answer(database: Database, { query, limit, order, excerpts }: Listing): Answers {
  const { match, where } = compile(query)
  const byRelevance = order === 'relevance' && match !== null
  const source = byRelevance ? 'search JOIN stories ON stories.row = search.rowid' : 'stories'
  const values: Value[] = [...(match === null ? [] : [match]), ...where.values]
  const matched = byRelevance ? 'search MATCH ?' : matching
  const condition = [...(match === null ? [] : [matched]), where.sql].join(' AND ')
  const ordering = `${byRelevance ? `${relevance}, ` : ''}stories.updated DESC, stories.id DESC`
  const listed = prepared(
    database,
    `SELECT ${columns}, stories.row FROM ${source} WHERE ${condition} ORDER BY ${ordering} LIMIT ?`,
  )
  const rows = listed.all(...values, Math.min(limit, 2 ** 31)) as unknown[][]
  const total = rows.length < limit ? rows.length : count(database, match, where)
  const wanted = excerpts ? wantedWords(query) : null
  const text = wanted === null ? null : prepared(database, 'SELECT text FROM texts WHERE story = ?')
  return {
    total,
    stories: rows.map((row) => ({
      summary: summaryOfRow(row),
      excerpt: wanted === null || text === null ? null : excerptOf(textOf(text.get(row.at(-1))), wanted),
    })),
  }
}

function count(database: Database, match: string | null, where: ReturnType<typeof compile>['where']): number {
  // Without conditions a table is counted page by page, and the full text by itself: neither looks up every row.
  const only = where.sql === '1'
  const sql =
    match === null
      ? `SELECT count(*) FROM stories${only ? '' : ` WHERE ${where.sql}`}`
      : only
        ? 'SELECT count(*) FROM search WHERE search MATCH ?'
        : `SELECT count(*) FROM stories WHERE ${matching} AND ${where.sql}`
  const values: Value[] = [...(match === null ? [] : [match]), ...where.values]
  const [total] = prepared(database, sql).get(...values) as [number]
  return total
}

function textOf(row: unknown): string {
  return Array.isArray(row) ? String(row[0]) : ''
}

const columns = [...summaryColumns, 'sum'].map((column) => `stories.${column}`).join(', ')
