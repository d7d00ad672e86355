import { formattingLocale, locale } from './locale.ts'

const formatters = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>()

function numberFormat(name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${formattingLocale()}:${name}`
  const known = formatters.get(key)
  if (known instanceof Intl.NumberFormat) return known
  const made = new Intl.NumberFormat(formattingLocale(), options)
  formatters.set(key, made)
  return made
}

function dateFormat(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${formattingLocale()}:${name}`
  const known = formatters.get(key)
  if (known instanceof Intl.DateTimeFormat) return known
  const made = new Intl.DateTimeFormat(formattingLocale(), options)
  formatters.set(key, made)
  return made
}

/** A whole or decimal number: `1,104`. */
export function formatNumber(value: number): string {
  return numberFormat('number', { maximumFractionDigits: 1 }).format(value)
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** A size of a file, in the unit that keeps it below a thousand: `42 KB`, `18.4 MB`. */
export function formatBytes(bytes: number): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const value = bytes / 1000 ** power
  const unit = units[power] ?? 'byte'
  const digits = power === 0 || value >= 100 ? 0 : value >= 10 && power === 1 ? 0 : 1
  return numberFormat(`bytes ${unit} ${digits}`, {
    style: 'unit',
    unit,
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: digits,
  })
    .format(value)
    .replace('kB', 'KB')
}

/** A time of the 24-hour clock: `14:32`. */
export function formatTime(moment: Date): string {
  return dateFormat('time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(moment)
}

/** A time to the second: `14:32:07`. */
export function formatExactTime(moment: Date): string {
  return dateFormat('exact time', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(
    moment,
  )
}

/** A day: `14 April 2026`. */
export function formatDay(moment: Date): string {
  return dateFormat('day', { day: 'numeric', month: 'long', year: 'numeric' }).format(moment)
}

/** A calendar day without a time or a zone, `2026-04-14`, as `14 April 2026`. */
export function formatCalendarDay(day: string): string {
  return dateFormat('calendar day', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

/** A moment: `14 April 2026, 14:32`. */
export function formatMoment(moment: Date): string {
  return `${formatDay(moment)}, ${formatTime(moment)}`
}

/** A moment as a list shows it: today only the time, in the six days before with the weekday, else the day. */
export function formatListMoment(moment: Date, now: Date): string {
  const daysAgo = Math.round((startOfDay(now).getTime() - startOfDay(moment).getTime()) / 86_400_000)
  if (daysAgo === 0) return formatTime(moment)
  if (daysAgo > 0 && daysAgo < 7)
    return `${dateFormat('weekday', { weekday: 'short' }).format(moment)} ${formatTime(moment)}`
  if (moment.getFullYear() === now.getFullYear())
    return dateFormat('short day', { day: 'numeric', month: 'short' }).format(moment)
  return dateFormat('short day and year', { day: 'numeric', month: 'short', year: 'numeric' }).format(moment)
}

function startOfDay(moment: Date): Date {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate())
}

/** True when both moments lie on one day of this computer's calendar. */
export function isSameDay(a: Date, b: Date): boolean {
  return startOfDay(a).getTime() === startOfDay(b).getTime()
}

/** The name of a language in the language of the interface: `English (UK)`, `Armenian`. */
export function languageName(tag: string): string {
  try {
    const names = new Intl.DisplayNames(locale(), { type: 'language', style: 'short', languageDisplay: 'standard' })
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}
