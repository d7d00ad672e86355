import { searchWords } from '../language/search/search-words.ts'
import type { QueryNode } from '../language/search/query.ts'
import type { Instant } from '../model/instant.ts'
import type { StoryFilter } from '../model/listing.ts'
import { rowStateOf } from '../model/row-state.ts'
import type { StorySummary } from '../model/summary.ts'
import { allOf, inLanguage } from './conditions.ts'
import type { Condition, Value } from './conditions.ts'

/** The state of a row in SQL; its one value is the moment. The same as `rowStateOf`. */
export const stateColumn = `CASE
  WHEN stories.status = 'withdrawn' THEN 'killed'
  WHEN stories.status = 'published' THEN 'published'
  WHEN stories.embargo > ? THEN 'embargo'
  ELSE stories.status END`

/** Whether there is something to fix, in SQL. */
export const findingsColumn = '(stories.warnings > 0 OR stories.errors > 0)'

/** What a filter asks of words is asked as a part of the query. */
export function withByline(query: QueryNode, { byline }: Pick<StoryFilter, 'byline'>): QueryNode {
  const words = byline === null ? [] : [...searchWords(byline)].flatMap(({ parts }) => parts)
  if (words.length === 0) return query
  const term: QueryNode = { kind: 'text', field: 'byline', words, prefix: false }
  return { kind: 'all', of: query.kind === 'all' ? [...query.of, term] : [query, term] }
}

/** The rest of a filter as a condition on rows. */
export function filterCondition(filter: StoryFilter, now: Instant): Condition {
  const { states, desk, language, findings, since } = filter
  const conditions: Condition[] = []
  const add = (sql: string, ...values: Value[]): void => void conditions.push({ sql, values })
  if (states.length > 0) add(`(${stateColumn}) IN (${states.map(() => '?').join(', ')})`, now, ...states)
  if (desk !== null) add('stories.desk = ?', desk)
  if (language !== null) conditions.push(inLanguage(language))
  if (findings) add(findingsColumn)
  if (since !== null) add('stories.updated >= ?', since)
  return allOf(conditions)
}

/** The same of one row, without the index. */
export function passes(summary: StorySummary, filter: StoryFilter, now: Instant): boolean {
  const { states, desk, language, findings, since } = filter
  return (
    (states.length === 0 || states.includes(rowStateOf(summary, now))) &&
    (desk === null || summary.desk === desk) &&
    (language === null || summary.language === language || summary.language.startsWith(`${language}-`)) &&
    (!findings || summary.warnings > 0 || summary.errors > 0) &&
    (since === null || summary.updated >= since)
  )
}
