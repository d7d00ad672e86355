import { primaryLanguage } from '../model/language.ts'

const cache = new Map<string, ReadonlyMap<string, number>>()

/** Names of months in a language, long and short, alone and beside a day, lower case, to 1–12. English is always among them. */
export function monthNames(language: string): ReadonlyMap<string, number> {
  const primary = primaryLanguage(language)
  const known = cache.get(primary)
  if (known !== undefined) return known
  const names = new Map<string, number>()
  for (const tag of [primary, 'en']) {
    for (let month = 0; month < 12; month += 1) {
      const day = new Date(Date.UTC(2001, month, 11))
      for (const options of [
        { month: 'long' },
        { month: 'short' },
        { month: 'long', day: 'numeric' },
        { month: 'short', day: 'numeric' },
      ] as const) {
        for (const part of parts(tag, options, day)) {
          const name = part.toLowerCase().replace(/\.$/u, '')
          if (name !== '' && !names.has(name)) names.set(name, month + 1)
        }
      }
    }
  }
  // Newsroom English shortens September to four letters.
  names.set('sept', 9)
  cache.set(primary, names)
  return names
}

function parts(tag: string, options: Intl.DateTimeFormatOptions, day: Date): string[] {
  try {
    const format = new Intl.DateTimeFormat(`${tag}-u-ca-gregory-nu-latn`, { ...options, timeZone: 'UTC' })
    return format.formatToParts(day).flatMap((part) => (part.type === 'month' ? [part.value] : []))
  } catch {
    return []
  }
}
