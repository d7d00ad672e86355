export type Value = string | number | null

/** A condition on `stories` in SQL, its values apart from it. */
export interface Condition {
  readonly sql: string
  readonly values: readonly Value[]
}

/** Every one of the conditions must hold; none is one that always does. */
export function allOf(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.length === 0 ? '1' : `(${conditions.map(({ sql }) => sql).join(' AND ')})`,
    values: conditions.flatMap(({ values }) => values),
  }
}

/** The language itself and its regions: `en` is also `en-GB`. */
export function inLanguage(language: string): Condition {
  const region = `${language}-`
  return {
    sql: '(stories.language = ? OR substr(stories.language, 1, ?) = ?)',
    values: [language, region.length, region],
  }
}
