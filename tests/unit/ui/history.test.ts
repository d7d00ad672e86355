import { describe, expect, test } from 'vitest'
import type { Publication } from '../../../storage/model/record.ts'
import type { StoryVersion } from '../../../storage/model/version.ts'
import { inOrder } from '../../../renderer/compare/compare-desk.ts'
import { recordWords } from '../../../renderer/compare/record-words.ts'
import { daysLeft } from '../../../renderer/desk/trash-desk.ts'
import { isSameDay } from '../../../renderer/i18n/format.ts'
import { byDay, historyRows } from '../../../renderer/inspector/history/history-rows.ts'
import { rowWords } from '../../../renderer/inspector/history/row-words.ts'

const moment = (day: number, hour: number): string => new Date(2026, 10, day, hour).toISOString()

function version(number: number, at: string, about: Partial<StoryVersion> = {}): StoryVersion {
  return {
    number,
    at,
    by: 'Tobi Okafor',
    kind: 'interval',
    name: '',
    words: 10,
    wordsAdded: 3,
    wordsRemoved: 1,
    sha256: 'a'.repeat(64),
    ...about,
  }
}

function publication(number: number, at: string, kind: Publication['kind'] = 'first'): Publication {
  return { version: number, at, kind, note: 'Corrects the name.', sha256: 'b'.repeat(64) }
}

const versions = [
  version(3, moment(24, 12)),
  version(2, moment(24, 9), { kind: 'publication' }),
  version(1, moment(23, 9), { kind: 'named', name: 'First read' }),
]

describe('the history of a story', () => {
  test('begins with now, and joins a publication to the version that was kept of it', () => {
    const rows = historyRows(versions, [publication(1, moment(24, 9)), publication(2, moment(24, 10), 'correction')])
    expect(rows.map(({ id }) => id)).toEqual(['now', 'version 3', 'publication 2', 'version 2', 'version 1'])
    const [, , alone, joined] = rows
    expect(alone === undefined ? null : rowWords(alone, null).reason).toBe('Correction, published as version 2')
    expect(joined === undefined ? null : rowWords(joined, null)).toMatchObject({
      title: 'Version 2',
      reason: 'First publication, published as version 1',
      note: 'Corrects the name.',
      by: 'Tobi Okafor',
      counts: '+3 −1',
    })
  })

  test('shows what was named or published when asked for that only', () => {
    const rows = historyRows(versions, [], 'named')
    expect(rows.map(({ id }) => id)).toEqual(['now', 'version 2', 'version 1'])
  })

  test('is grouped by day', () => {
    const days = byDay(historyRows(versions, []), isSameDay)
    expect(days.map(({ rows }) => rows.length)).toEqual([1, 2, 1])
  })

  test('says what stands now, and when it is a version already', () => {
    const now = { number: 4, isSame: false, added: 22, removed: 4, by: 'Tobi Okafor' }
    expect(rowWords({ id: 'now', kind: 'now' }, now)).toMatchObject({ title: 'Version 4', counts: '+22 −4' })
    const same = { ...now, number: 3, isSame: true }
    expect(rowWords({ id: 'now', kind: 'now' }, same)).toMatchObject({ title: 'Now', reason: 'As version 3' })
  })
})

describe('two versions', () => {
  test.each([
    [3, 1, [1, 3]],
    [1, 3, [1, 3]],
    ['now', 2, [2, 'now']],
    [2, 'now', [2, 'now']],
  ] as const)('%s and %s are compared from the older to the newer', (a, b, sides) => {
    expect(inOrder(a, b)).toEqual(sides)
  })

  test('differ beside the text in words', () => {
    expect(
      recordWords([
        { field: 'urgency', from: '4', to: '3' },
        { field: 'status', from: 'draft', to: 'in_edit' },
        { field: 'desk', from: '', to: 'Foreign' },
        { field: 'genre', from: 'Feature', to: '' },
        { field: 'editorsNote', from: '', to: 'long '.repeat(20) },
        { field: 'photo.1.credit', from: 'A', to: 'B' },
        { field: 'photo.3.credit', from: 'A', to: '' },
      ]),
    ).toEqual([
      'urgency 4 to 3',
      'status Draft to In edit',
      'desk Foreign added',
      'genre removed',
      'note changed',
      '2 credits',
    ])
  })
})

describe('a trashed story', () => {
  const now = new Date(2026, 10, 24, 12)
  test.each([
    [new Date(2026, 10, 24, 12), 30],
    [new Date(2026, 10, 23, 13), 30],
    [new Date(2026, 10, 23, 11), 29],
    [new Date(2026, 9, 25, 13), 1],
    [new Date(2026, 9, 25, 11), 0],
    [new Date(2025, 0, 1), 0],
  ])('of %s has %i days left', (at, days) => {
    expect(daysLeft(at.toISOString(), 30, now)).toBe(days)
  })
})
