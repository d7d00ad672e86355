import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import {
  formatBytes,
  formatCalendarDay,
  formatExactTime,
  formatListMoment,
  formatMoment,
  formatNumber,
  isSameDay,
  languageName,
} from '../../../renderer/i18n/format.ts'
import { chooseLocale, interfaceDirection, locale } from '../../../renderer/i18n/locale.ts'
import { t } from '../../../renderer/i18n/translate.ts'

afterEach(() => {
  chooseLocale('en')
})

describe('the language of the interface', () => {
  test.each(['en', 'EN-us', 'en-GB'])('is English for %s', (tag) => {
    expect(chooseLocale(tag)).toBe('en')
  })

  test.each(['fa-IR', 'hy', '', 'constructor', '__proto__'])('falls back to English for %j', (tag) => {
    chooseLocale(tag)
    expect(locale()).toBe('en')
    expect(interfaceDirection()).toBe('ltr')
  })
})

describe('messages', () => {
  test('count with the plural that fits', () => {
    expect(t('desk.count', { count: 0 })).toBe('0 stories')
    expect(t('desk.count', { count: 1 })).toBe('1 story')
    expect(t('desk.count', { count: 1104 })).toBe('1,104 stories')
  })

  test('take values as they are, signs of the message format among them', () => {
    expect(t('palette.none', { query: '{x} <b>#</b> «ёлка»' })).toContain('{x} <b>#</b> «ёлка»')
  })

  test('say so when a value is missing', () => {
    expect(() => t('desk.count')).toThrow()
  })
})

describe('numbers and sizes', () => {
  test('numbers are grouped', () => {
    expect(formatNumber(1104)).toBe('1,104')
  })

  test.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1000, '1 KB'],
    [42_000, '42 KB'],
    [18_400_000, '18.4 MB'],
    [41_000_000_000, '41 GB'],
  ])('%i bytes are %s', (bytes, words) => {
    expect(formatBytes(bytes).replace('\u00a0', ' ')).toBe(words)
  })

  test('a size never shows a thousand of its unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9e14 }), (bytes) => {
        const shown = Number.parseFloat(formatBytes(bytes).replaceAll(',', ''))
        expect(shown).toBeLessThanOrEqual(1000)
        expect(shown).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('moments', () => {
  const now = new Date(2026, 3, 14, 14, 32, 7)

  test('are written with 24 hours, day before month', () => {
    expect(formatMoment(new Date(2026, 3, 14, 0, 5))).toBe('14 April 2026, 00:05')
    expect(formatExactTime(now)).toBe('14:32:07')
  })

  test('a calendar day is the same day everywhere', () => {
    expect(formatCalendarDay('2026-04-14')).toBe('14 April 2026')
    expect(formatCalendarDay('2026-01-01')).toBe('1 January 2026')
  })

  test.each([
    [new Date(2026, 3, 14, 0, 0), '00:00'],
    [new Date(2026, 3, 13, 23, 59), 'Mon 23:59'],
    [new Date(2026, 3, 8, 9, 30), 'Wed 09:30'],
    [new Date(2026, 3, 7, 9, 30), '7 Apr'],
    [new Date(2025, 11, 31, 9, 30), '31 Dec 2025'],
    [new Date(2026, 3, 15, 9, 30), '15 Apr'],
  ])('a list shows %s as %s', (moment, words) => {
    expect(formatListMoment(moment, now)).toBe(words)
  })

  test('two moments of one day', () => {
    expect(isSameDay(new Date(2026, 3, 14, 0, 0), new Date(2026, 3, 14, 23, 59))).toBe(true)
    expect(isSameDay(new Date(2026, 3, 14, 23, 59), new Date(2026, 3, 15, 0, 0))).toBe(false)
  })
})

describe('names of languages', () => {
  test.each([
    ['hy', 'Armenian'],
    ['en-GB', 'English (UK)'],
    ['fa', 'Persian'],
    ['not a tag', 'not a tag'],
  ])('%s is called %s', (tag, name) => {
    expect(languageName(tag)).toBe(name)
  })
})
