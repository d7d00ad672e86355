import type { QueryNode } from '../language/search/query.ts'
import { errorCodes } from '../model/errors.ts'
import type { ErrorCode } from '../model/errors.ts'
import { storyIdSchema } from '../model/ids.ts'
import type { StoryId } from '../model/ids.ts'
import type { StorySummary } from '../model/summary.ts'
import type { Instant } from '../model/instant.ts'
import type { Grouping, ListOrder, StoryCount, StoryFilter, StoryGroup } from '../model/listing.ts'
import type { RowState } from '../model/row-state.ts'
import { compile, matching, relevance } from './compile.ts'
import type { CompiledQuery } from './compile.ts'
import { allOf } from './conditions.ts'
import type { Condition, Value } from './conditions.ts'
import type { Database } from './database.ts'
import { excerptOf, wantedWords } from './excerpt.ts'
import type { Excerpt } from '../model/excerpt.ts'
import { filterCondition, findingsColumn, stateColumn, withByline } from './filter.ts'
import { groupColumn, ordering } from './order.ts'
import { prepared } from './prepared.ts'
import { summaryColumns, summaryOfRow } from './summary-row.ts'

/** Which rows are asked for, and how they follow one another. */
export interface Listing {
  readonly query: QueryNode
  readonly filter: StoryFilter
  readonly order: ListOrder
  readonly grouping: Grouping
  /** What is now, for embargoes that end. */
  readonly now: Instant
}

/** What answers a query: how many stories, and some of them. */
export interface Answers {
  readonly total: number
  readonly stories: readonly ListedRow[]
}

export interface ListedRow {
  readonly summary: StorySummary
  readonly excerpt: Excerpt | null
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

/** Answers a query with its first rows. */
export function answer(database: Database, listing: Listing, limit: number, excerpts: boolean): Answers {
  const { source, condition, ordering, values, compiled } = selection(listing)
  const listed = prepared(
    database,
    `SELECT ${columns}, stories.row FROM ${source} WHERE ${condition} ORDER BY ${ordering} LIMIT ?`,
  )
  const rows = listed.all(...values, Math.min(limit, 2 ** 31)) as unknown[][]
  const total = rows.length < limit ? rows.length : count(database, compiled)
  return { total, stories: listedRows(database, rows, excerpts ? listing.query : null) }
}

/** The rows of a whole answer in order, by their numbers. */
export function orderedRows(database: Database, listing: Listing): number[] {
  const { source, condition, ordering, values } = selection(listing)
  // One text crosses from SQLite a hundred times faster than a hundred thousand rows.
  const [rows] = database
    .prepare(
      `SELECT json_group_array(row) FROM (SELECT stories.row AS row FROM ${source} WHERE ${condition} ORDER BY ${ordering})`,
    )
    .raw()
    .get(...values) as [string]
  return JSON.parse(rows) as number[]
}

/** Rows by their numbers, in that order; those that are gone are left out. */
export function rowsOf(database: Database, numbers: readonly number[], query: QueryNode | null): ListedRow[] {
  const found = database
    .prepare(`SELECT ${columns}, stories.row FROM stories WHERE stories.row IN (SELECT value FROM json_each(?))`)
    .raw()
    .all(JSON.stringify(numbers)) as unknown[][]
  const byNumber = new Map(found.map((row) => [row.at(-1), row]))
  const rows = numbers.flatMap((number) => {
    const row = byNumber.get(number)
    return row === undefined ? [] : [row]
  })
  return listedRows(database, rows, query)
}

/** The ids of rows, in that order. */
export function idsOfRows(database: Database, numbers: readonly number[]): StoryId[] {
  const found = database
    .prepare('SELECT row, id FROM stories WHERE row IN (SELECT value FROM json_each(?))')
    .raw()
    .all(JSON.stringify(numbers)) as [number, StoryId][]
  const ids = new Map(found)
  return numbers.flatMap((number) => ids.get(number) ?? [])
}

/** The number of a story's row, or null when it has none. */
export function rowOfStory(database: Database, id: StoryId): number | null {
  const row = database.prepare('SELECT row FROM stories WHERE id = ?').raw().get(id) as [number] | undefined
  return row?.[0] ?? null
}

/** The rows whose slug or headline begins with what somebody typed. */
export function rowsBeginning(database: Database, text: string): ReadonlySet<number> {
  const [rows] = database
    .prepare(
      `SELECT json_group_array(row) FROM stories
       WHERE substr(slug, 1, ?1) = ?2 COLLATE NOCASE OR substr(headline, 1, ?1) = ?2 COLLATE NOCASE`,
    )
    .raw()
    .get(text.length, text) as [string]
  return new Set(JSON.parse(rows) as number[])
}

/** How many rows stand together, in the order in which the list shows them. */
export function groupsOf(database: Database, listing: Listing): StoryGroup[] {
  if (listing.grouping === 'none') return []
  const { match, where } = conditionsOf(listing)
  const column = groupColumn(listing.grouping, listing.now)
  const order = ordering('newest', listing.grouping, listing.now, null)
  const groups = database
    .prepare(
      `SELECT ${column.sql} AS key, count(*) FROM stories WHERE ${conditionOn(match, where)} GROUP BY key
       ORDER BY ${order.terms.slice(0, listing.grouping === 'desk' ? 2 : 1).join(', ')}`,
    )
    .raw()
    .all(...column.values, ...(match === null ? [] : [match]), ...where.values, ...order.values) as [string, number][]
  return groups.map(([key, count]) => ({ key, count }))
}

/** How many of the answers of a query stand how. */
export function countsOf(database: Database, query: QueryNode, now: Instant, recent: Instant): StoryCount[] {
  const { match, where } = compile(query)
  const rows = database
    .prepare(
      `SELECT ${stateColumn} AS state, stories.desk, stories.language, ${findingsColumn} AS findings,
         stories.updated >= ? AS recent, count(*)
       FROM stories WHERE ${conditionOn(match, where)} GROUP BY 1, 2, 3, 4, 5`,
    )
    .raw()
    .all(now, recent, ...(match === null ? [] : [match]), ...where.values) as CountRow[]
  return rows.map(([state, desk, language, findings, isRecent, count]) => ({
    state,
    desk,
    language,
    findings: findings === 1,
    isRecent: isRecent === 1,
    count,
  }))
}

type CountRow = [RowState, string, string, number, number, number]

function conditionsOf({ query, filter, now }: Listing): CompiledQuery {
  const { match, where } = compile(withByline(query, filter))
  const filtered = filterCondition(filter, now)
  const parts = [where, filtered].filter(({ sql }) => sql !== '1')
  const [only] = parts
  return { match, where: parts.length === 1 && only !== undefined ? only : allOf(parts) }
}

function conditionOn(match: string | null, where: Condition): string {
  return [...(match === null ? [] : [matching]), where.sql].join(' AND ')
}

/** The parts of the statement that selects the rows of an answer. */
function selection(listing: Listing) {
  const compiled = conditionsOf(listing)
  const { match, where } = compiled
  const byRelevance = listing.order === 'relevance' && match !== null
  const order = ordering(listing.order, listing.grouping, listing.now, byRelevance ? relevance : null)
  const matched = byRelevance ? 'search MATCH ?' : matching
  return {
    compiled,
    source: byRelevance ? 'search JOIN stories ON stories.row = search.rowid' : 'stories',
    condition: [...(match === null ? [] : [matched]), where.sql].join(' AND '),
    ordering: order.terms.join(', '),
    values: [...(match === null ? [] : [match]), ...where.values, ...order.values] as Value[],
  }
}

function listedRows(database: Database, rows: readonly unknown[][], query: QueryNode | null): ListedRow[] {
  const wanted = query === null ? null : wantedWords(query)
  const text = wanted === null ? null : prepared(database, 'SELECT text FROM texts WHERE story = ?')
  return rows.map((row) => ({
    summary: summaryOfRow(row),
    excerpt: wanted === null || text === null ? null : excerptOf(textOf(text.get(row.at(-1))), wanted),
  }))
}

function count(database: Database, { match, where }: CompiledQuery): number {
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
