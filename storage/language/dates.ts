import type { Day } from '../model/instant.ts'
import { daySchema } from '../model/instant.ts'
import { monthNames } from './months.ts'
import { spanOf } from './span.ts'
import type { Span } from './span.ts'

/** A day written out in a text. `date` is the calendar day when the year is given. */
export interface WrittenDay extends Span {
  readonly date: Day | null
}

const number = String.raw`[\d۰-۹٠-٩]`
const shapes = [
  // 23 September 2023; 23 сентября 2023 года; 23 սեպտեմբերի, 2023; ۲۳ سپتامبر ۲۰۲۳
  {
    pattern: new RegExp(
      String.raw`(?<!${number})(?<day>${number}{1,2})[\s\u00a0]+(?<month>[\p{L}\p{M}]+)\.?(?:,?[\s\u00a0]+(?<year>${number}{4})(?![\p{L}${'\\d'}]))?`,
      'gu',
    ),
  },
  // September 23, 2023
  {
    pattern: new RegExp(
      String.raw`(?<month>[\p{L}\p{M}]+)\.?[\s\u00a0]+(?<day>${number}{1,2})(?!${number})(?:,?[\s\u00a0]+(?<year>${number}{4})(?!${number}))?`,
      'gu',
    ),
  },
  // 2023 թ. սեպտեմբերի 23
  {
    pattern: new RegExp(
      String.raw`(?<year>${number}{4})\s*(?:թ\.|թվականի)\s*(?<month>[\p{L}\p{M}]+)\s+(?<day>${number}{1,2})`,
      'gu',
    ),
  },
]

/** The days that a text writes out with a month's name, in reading order. */
export function writtenDays(text: string, language: string): WrittenDay[] {
  const months = monthNames(language)
  const found = shapes.flatMap(({ pattern }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const { day, month, year } = match.groups ?? {}
      const at = months.get((month ?? '').toLowerCase())
      const of = digits(day ?? '')
      if (at === undefined || of < 1 || of > 31) return []
      return [{ ...spanOf(text, match.index, match.index + match[0].length), date: calendarDay(year, at, of) }]
    }),
  )
  return found
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter((span, index, all) => all.slice(0, index).every((earlier) => earlier.to <= span.from))
}

/** Latin, Persian and Arabic digits as a number. */
function digits(text: string): number {
  return Number([...text].map((char) => String((char.codePointAt(0) ?? 0) & 0xf)).join(''))
}

function calendarDay(year: string | undefined, month: number, day: number): Day | null {
  if (year === undefined) return null
  const two = (part: number): string => String(part).padStart(2, '0')
  const text = `${String(digits(year)).padStart(4, '0')}-${two(month)}-${two(day)}`
  return daySchema.safeParse(text).data ?? null
}
