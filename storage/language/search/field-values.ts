import { readLanguageTag } from '../../model/language.ts'
import { storyIdSchema } from '../../model/ids.ts'
import { storyStatuses } from '../../model/status.ts'
import { countedThings, textFields } from './query.ts'
import type { QueryField, QueryTerm, TextField } from './query.ts'

/** What a field makes of a value: a condition, or a sentence that says what it takes. */
export type FieldValue = { readonly term: QueryTerm } | { readonly sentence: string }

/** The fields that are compared, not searched for words. */
export type ComparedField = Exclude<QueryField, TextField>

export function isTextField(field: QueryField): field is TextField {
  return (textFields as readonly string[]).includes(field)
}

/** Reads the value of a field that is compared. */
export function fieldValue(field: ComparedField, value: string): FieldValue {
  switch (field) {
    case 'status': {
      const wanted = value.toLowerCase().replace(/[\s-]+/gu, '_')
      const status = storyStatuses.find((known) => known === wanted)
      return status === undefined
        ? { sentence: `No status is called ${value}. There are: ${storyStatuses.join(', ')}.` }
        : { term: { kind: 'status', status } }
    }
    case 'lang': {
      const language = readLanguageTag(value)
      return language === null
        ? { sentence: `${value} is no language tag such as en or hy.` }
        : { term: { kind: 'language', language } }
    }
    case 'has': {
      const thing = countedThings.find((known) => known === value.toLowerCase().replace(/s$/u, ''))
      return thing === undefined
        ? { sentence: `has: knows ${countedThings.join(', ')}, not ${value}.` }
        : { term: { kind: 'has', thing } }
    }
    case 'translates': {
      const source = storyIdSchema.safeParse(value.toLowerCase())
      return source.success
        ? { term: { kind: 'translates', source: source.data } }
        : { sentence: `translates: takes the id of a story, not ${value}.` }
    }
    case 'words':
      return numbers(value)
    case 'updated':
      return days(value)
  }
}

interface Compared {
  readonly sign: string
  readonly first: string
  /** The other end of `first..last`; the same as `first` without one. */
  readonly last: string
}

function compared(value: string): Compared | null {
  const [, sign = '', first = '', last = first] = /^(>=|<=|>|<|=|)([\d-]+)(?:\.\.([\d-]+))?$/u.exec(value) ?? []
  return first === '' || (sign !== '' && last !== first) ? null : { sign, first, last }
}

function numbers(value: string): FieldValue {
  const sentence = `words: takes a number such as <300, >=500 or 300..500, not ${value}.`
  const read = compared(value)
  if (read === null || !/^\d{1,9}$/u.test(read.first) || !/^\d{1,9}$/u.test(read.last)) return { sentence }
  const [first, last] = [Number(read.first), Number(read.last)]
  const [least, most] = between(read.sign, first, last, first + 1, first - 1)
  return { term: { kind: 'words', least: least ?? 0, most: most ?? Number.MAX_SAFE_INTEGER } }
}

function between<T>(sign: string, first: T, last: T, next: T, before: T): [T | null, T | null] {
  switch (sign) {
    case '>':
      return [next, null]
    case '>=':
      return [first, null]
    case '<':
      return [null, before]
    case '<=':
      return [null, last]
    default:
      return [first, last]
  }
}

function days(value: string): FieldValue {
  const sentence = `updated: takes a day, month or year such as >2026-11-01, 2026-11 or 2026-10-01..2026-10-15, not ${value}.`
  const read = compared(value)
  const first = read === null ? null : stretch(read.first)
  const last = read === null ? null : stretch(read.last)
  if (read === null || first === null || last === null) return { sentence }
  const [from, before] = between(read.sign, first.from, last.after, first.after, first.from)
  return { term: { kind: 'updated', from, before } }
}

/** The first day of a day, month or year, and the first day after it. */
function stretch(value: string): { from: string; after: string } | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(value) ?? []
  if (year === undefined) return null
  const start = new Date(0)
  start.setUTCFullYear(Number(year), month === undefined ? 0 : Number(month) - 1, day === undefined ? 1 : Number(day))
  const from = dayOf(start)
  // A day that no calendar has rolls over into another.
  if (!from.startsWith(value)) return null
  if (day !== undefined) start.setUTCDate(start.getUTCDate() + 1)
  else if (month !== undefined) start.setUTCMonth(start.getUTCMonth() + 1)
  else start.setUTCFullYear(start.getUTCFullYear() + 1)
  return { from, after: start.getUTCFullYear() > 9999 ? '~' : dayOf(start) }
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}
