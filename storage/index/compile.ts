import type { QueryNode, QueryTerm } from '../language/search/query.ts'
import { allOf, inLanguage } from './conditions.ts'
import type { Condition } from './conditions.ts'
import { partsOf, partWeights, searchedParts } from './searched-words.ts'

/** A query for SQLite. */
export interface CompiledQuery {
  /** What the full text must match for a story to answer; null when the query asks for no words that must be there. */
  readonly match: string | null
  /** What must hold beside that. */
  readonly where: Condition
}

/** Translates a query. Nothing that was typed becomes SQL: it is bound as values. */
export function compile(query: QueryNode): CompiledQuery {
  const nodes = query.kind === 'all' ? query.of : [query]
  const matches = nodes.map(matchOf)
  const required = matches.filter((match) => match !== null)
  return {
    match: required.length === 0 ? null : joined(required, 'AND'),
    where: allOf(nodes.filter((_, at) => matches[at] === null).map(conditionOf)),
  }
}

/** The query as an expression of FTS5, or null when it asks for more than words that are there. */
function matchOf(node: QueryNode): string | null {
  switch (node.kind) {
    case 'text': {
      const columns = partsOf(node.field)
      // Words are letters and digits of any script, so there is nothing in them to escape.
      return `{${columns.join(' ')}} : "${node.words.join(' ')}"${node.prefix ? ' *' : ''}`
    }
    case 'all':
    case 'any': {
      const inside = node.of.map(matchOf).filter((match) => match !== null)
      if (inside.length === 0 || inside.length < node.of.length) return null
      return joined(inside, node.kind === 'all' ? 'AND' : 'OR')
    }
    default:
      return null
  }
}

function joined(matches: readonly string[], by: 'AND' | 'OR'): string {
  return matches.map((match) => `(${match})`).join(` ${by} `)
}

function conditionOf(node: QueryNode): Condition {
  const match = matchOf(node)
  if (match !== null) return { sql: matching, values: [match] }
  switch (node.kind) {
    case 'all':
      return allOf(node.of.map(conditionOf))
    case 'any': {
      const choices = node.of.map(conditionOf)
      return {
        sql: choices.length === 0 ? '0' : `(${choices.map(({ sql }) => sql).join(' OR ')})`,
        values: choices.flatMap(({ values }) => values),
      }
    }
    case 'not': {
      const { sql, values } = conditionOf(node.of)
      return { sql: `NOT (${sql})`, values }
    }
    default:
      return termOf(node)
  }
}

function termOf(term: QueryTerm): Condition {
  switch (term.kind) {
    case 'text':
      // Every condition on words is one for the full text.
      return { sql: '0', values: [] }
    case 'status':
      return { sql: 'stories.status = ?', values: [term.status] }
    case 'language':
      return inLanguage(term.language)
    case 'updated':
      return allOf([
        ...(term.from === null ? [] : [{ sql: 'stories.updated >= ?', values: [term.from] }]),
        ...(term.before === null ? [] : [{ sql: 'stories.updated < ?', values: [term.before] }]),
      ])
    case 'words':
      return { sql: 'stories.words BETWEEN ? AND ?', values: [term.least, term.most] }
    case 'translates':
      return { sql: 'stories.translation_of IS ?', values: [term.source] }
    case 'has':
      return { sql: `stories.${term.thing}s > 0`, values: [] }
  }
}

/** A condition on `stories` that the full text matches. */
export const matching = 'stories.row IN (SELECT rowid FROM search WHERE search MATCH ?)'

/** How well a row of the full text answers, the best first. */
export const relevance = `bm25(search, ${searchedParts.map((part) => partWeights[part].toFixed(1)).join(', ')})`
