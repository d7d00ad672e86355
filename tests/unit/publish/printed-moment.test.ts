import { describe, expect, it } from 'vitest'
import { printedMoment } from '../../../storage/publish/printed-moment.ts'

describe('printedMoment', () => {
  it.each([
    ['en', '14 April 2026, 11.05 UTC'],
    ['en-GB', '14 April 2026, 11.05 UTC'],
    ['ru', '14 апреля 2026 г., 11:05 UTC'],
    ['hy', '14 ապրիլի, 2026, 11:05 UTC'],
    ['fa', '۲۵ فروردین ۱۴۰۵، ۱۱:۰۵ UTC'],
    ['ka', '14 April 2026, 11.05 UTC'],
  ])('is written as %s readers do', (language, printed) => {
    expect(printedMoment('2026-04-14T11:05:59.000Z', language)).toBe(printed)
  })

  it('names the same Persian day as the platform’s calendar, every day of 120 years', () => {
    const calendar = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    })
    const months = 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'.split(' ')
    for (let day = Date.UTC(1960, 0, 1); day < Date.UTC(2080, 0, 1); day += 86_400_000) {
      const parts = Object.fromEntries(calendar.formatToParts(day).map(({ type, value }) => [type, value]))
      const expected = `${parts['day']} ${months[Number(parts['month']) - 1] ?? ''} ${parts['year']}، `
      const latin = printedMoment(new Date(day).toISOString(), 'fa').replace(/[۰-۹]/g, (digit) =>
        String(digit.charCodeAt(0) - 0x06f0),
      )
      expect(latin.startsWith(expected), `${latin} is not ${expected}`).toBe(true)
    }
  })
})
