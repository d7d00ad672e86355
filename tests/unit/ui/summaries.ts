import { storySummarySchema } from '../../../storage/model/summary.ts'
import type { StorySummary } from '../../../storage/model/summary.ts'

/** A story of the list for a test; `number` makes its id and its slug. */
export function summary(number: number, about: Partial<Record<keyof StorySummary, unknown>> = {}): StorySummary {
  return storySummarySchema.parse({
    id: `01980000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    slug: `STORY-${number}`,
    headline: `Story ${number}`,
    language: 'en',
    status: 'draft',
    due: null,
    urgency: 5,
    translation: null,
    desk: 'Foreign',
    updated: '2026-04-14T10:00:00.000Z',
    embargo: null,
    words: 100,
    photos: 0,
    quotes: 0,
    errors: 0,
    warnings: 0,
    ...about,
  })
}
