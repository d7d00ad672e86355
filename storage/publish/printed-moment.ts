import type { Instant } from '../model/instant.ts'
import { primaryLanguage } from '../model/language.ts'

// The runtime's own date formatting changes with the version of its data; published bytes must not.
const months: Readonly<Record<string, string>> = {
  en: 'January February March April May June July August September October November December',
  hy: 'հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի',
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  fa: 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند',
}

/** A moment as readers of the language write it, in UTC; Persian in the solar calendar. */
export function printedMoment(at: Instant, language: string): string {
  const date = new Date(at)
  const clock = [date.getUTCHours(), date.getUTCMinutes()].map((part) => String(part).padStart(2, '0'))
  const primary = primaryLanguage(language)
  const name = (month: number, of: string): string => months[of]?.split(' ')[month - 1] ?? ''
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
  switch (primary) {
    case 'fa': {
      const solar = solarDate(date)
      return persianDigits(`${solar.day} ${name(solar.month, 'fa')} ${solar.year}، ${clock.join(':')} UTC`)
    }
    case 'ru':
      return `${day} ${name(month, 'ru')} ${year} г., ${clock.join(':')} UTC`
    case 'hy':
      return `${day} ${name(month, 'hy')}, ${year}, ${clock.join(':')} UTC`
    default:
      return `${day} ${name(month, 'en')} ${year}, ${clock.join('.')} UTC`
  }
}

function persianDigits(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)))
}

const dayLength = 86_400_000
/** 1 Farvardin 1400. */
const anchor = { year: 1400, day: Date.UTC(2021, 2, 21) / dayLength }

/** The day in the solar calendar of Iran, by its cycle of 33 years with 8 leap years; right for 1206 to 1497. */
function solarDate(date: Date): { year: number; month: number; day: number } {
  let left = Math.floor(date.getTime() / dayLength) - anchor.day
  let year = anchor.year
  while (left < 0) left += lengthOf(--year)
  while (left >= lengthOf(year)) left -= lengthOf(year++)
  // Six months of 31 days, then months of 30.
  return left < 186
    ? { year, month: 1 + Math.floor(left / 31), day: 1 + (left % 31) }
    : { year, month: 7 + Math.floor((left - 186) / 30), day: 1 + ((left - 186) % 30) }
}

function lengthOf(year: number): number {
  return [1, 5, 9, 13, 17, 22, 26, 30].includes(year % 33) ? 366 : 365
}
