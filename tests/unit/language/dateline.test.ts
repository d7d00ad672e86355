import { expect, it } from 'vitest'
import { analyzeText } from '../../../storage/language/analyze.ts'
import { readDateline } from '../../../storage/language/dateline.ts'

it.each([
  ['en', 'SEVRAN — The bridge opened.', 'SEVRAN', null, null],
  ['en', 'SEVRAN, Kolmar, March 14, 2026 (KVA) — The bridge opened.', 'SEVRAN, Kolmar', 'March 14, 2026', '2026-03-14'],
  ['en', 'Sevran, March 14 – The bridge opened.', 'Sevran', 'March 14', null],
  ['en', 'SEVRAN (KVA) -- The bridge opened.', 'SEVRAN', null, null],
  ['ru', 'САРВИНСК, 3 марта 2026 года — Мост открыт.', 'САРВИНСК', '3 марта 2026', '2026-03-03'],
  ['hy', 'ՍԱՐՎԱՆ, 14 մարտի 2026 — Կամուրջը բացվեց։', 'ՍԱՐՎԱՆ', '14 մարտի 2026', '2026-03-14'],
  ['fa', 'سروان — پل باز شد.', 'سروان', null, null],
])('%s: %s', (language, text, place, day, date) => {
  expect(readDateline(text, language)).toMatchObject({ place, day, date })
})

it.each([
  'Roth — a lawyer — left.',
  'The bridge — all of it — opened.',
  'Sevran — the town — slept.',
  'SEVRAN—THE BRIDGE',
  '“SEVRAN — we love it,” she said.',
  'One well-known bridge opened.',
])('no dateline in %j', (text) => {
  expect(readDateline(text, 'en')).toBeNull()
})

it('is placed in the whole text, behind headline and caption', () => {
  const text = `Bridge opens

KVA - People cross the bridge in Sevran, May 2, 2024.

SEVRAN, March 14, 2026 — The only bridge of the town opened again on Saturday morning.`
  const { dateline, captions } = analyzeText(text, null)
  expect(text.slice(dateline?.from, dateline?.to)).toBe('SEVRAN, March 14, 2026 — ')
  expect(captions.map(({ prefix }) => prefix?.text)).toEqual(['KVA'])
})
