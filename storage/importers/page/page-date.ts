import { writtenDays } from '../../language/dates.ts'

const numeric = /[\d۰-۹]{1,4}[./-][\d۰-۹]{1,2}[./-][\d۰-۹]{2,4}/u
const lead =
  /^(?:published|updated|posted|last updated|first published|опубликовано|обновлено|հրապարակվել է|թարմացվել է|تاریخ انتشار|منتشر شده در|به‌روزرسانی)[\s:՝]*/iu
const beside =
  /^(?:on|at|в|در|ժ\.?|ժամը|ساعت|updated|published|gmt|utc|[a-z]{2,4}t|am|pm|a\.m\.?|p\.m\.?|г\.?|года|թ\.?|թվական|\p{L}{3,}day|[\d۰-۹]{1,2}[:.][\d۰-۹]{2}(?::[\d۰-۹]{2})?|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)$/iu

/** True for a line that says nothing but when the page was published: `Published October 12, 2023, 14:05 GMT`. */
export function isPageDate(text: string, language: string): boolean {
  const line = text.trim().replace(lead, '')
  if (line.length > 80) return false
  const days = writtenDays(line, language)
  const left = days.reduce((words, day) => words.replace(day.text, ' '), line).replace(numeric, ' ')
  if (days.length === 0 && left === line) return false
  return left
    .split(/[\s,،|·—–]+/u)
    .filter((word) => word !== '')
    .every((word) => beside.test(word))
}
