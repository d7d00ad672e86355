import { describe, expect, it } from 'vitest'
import { newRecord, recordPatchSchema, slugSchema, storyRecordSchema } from '../../../storage/model/record.ts'
import { defaultSettings, settingsSchema } from '../../../storage/model/settings.ts'
import { english, sampleStory, storyId } from '../../fixtures/stories.ts'

describe('a record', () => {
  it('is good from the beginning', () => {
    const record = newRecord({
      id: storyId,
      language: english,
      slug: slugSchema.parse('X'),
      created: '2026-04-14T08:30:00.000Z',
    })
    expect(storyRecordSchema.parse(record)).toEqual(record)
    expect(record.updated).toBe(record.created)
    expect(settingsSchema.parse(defaultSettings)).toEqual(defaultSettings)
  })

  it.each(['BRIDGE-VERNASHAT', 'ՆԱՎ-1', 'ПАРОМ', 'قایق', 'e\u0301te\u0301', 'x'])('takes the slug %s', (slug) => {
    expect(slugSchema.parse(slug)).toBe(slug)
  })

  it.each(['', '-', 'a--b', '-a', 'a-', 'two words', 'a/b', '..', 'a\\b', 'a\n', 'x'.repeat(65), 'a_b', 'a.b'])(
    'refuses the slug %j',
    (slug) => {
      expect(slugSchema.safeParse(slug).success).toBe(false)
    },
  )

  it.each([
    { id: '5b0c4a52-7e0f-4b8f-9a15-2f6a1e0d9c33' },
    { created: '2026-04-14' },
    { updated: '2026-04-14T08:30:00+02:00' },
    { status: 'spiked' },
    { urgency: 10 },
    { byline: [' '] },
    { dateline: { place: 'X', date: '14 April' } },
    { embargo: 'soon' },
    { language: 'english please' },
    { owner: 'x' },
    { publications: [{ version: 0, at: '2026-04-14T11:00:00.000Z', kind: 'first', note: '', sha256: 'c'.repeat(64) }] },
  ])('refuses %j', (change) => {
    expect(storyRecordSchema.safeParse({ ...sampleStory().record, ...change }).success).toBe(false)
  })

  it('lets editors change no more than is theirs', () => {
    for (const field of ['id', 'created', 'updated', 'publications']) {
      expect(recordPatchSchema.safeParse({ [field]: sampleStory().record[field as 'id'] }).success).toBe(false)
    }
  })
})
