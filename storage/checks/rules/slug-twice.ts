import type { StoryRecord } from '../../model/record.ts'
import type { Neighbour } from '../story-facts.ts'
import { inRecord } from '../places.ts'
import type { Rule } from '../rule.ts'

/** Two stories of one slug on one day are often one story begun twice, or a slug that was forgotten. */
export const slugTwice: Rule = {
  name: 'slug-twice',
  hints: true,
  check({ record, neighbours = [] }) {
    const other = neighbours.find((neighbour) => isTaken(record, neighbour))
    if (other === undefined) return []
    const headline = other.headline.trim()
    return [
      {
        rule: this.name,
        severity: 'hint',
        message:
          headline === ''
            ? 'Another story of the day has this slug.'
            : `Another story of the day has this slug: “${headline}”.`,
        params: { headline },
        where: inRecord('slug', 'Slug'),
        fix: null,
      },
    ]
  },
}

/** Versions of one story in other languages share their slug by right. */
function isTaken(record: StoryRecord, other: Neighbour): boolean {
  const isFamily =
    other.translation?.of === record.id ||
    record.translation?.of === other.id ||
    (record.translation !== null && record.translation.of === other.translation?.of)
  return (
    other.id !== record.id && !isFamily && other.slug === record.slug && dayOf(other.updated) === dayOf(record.updated)
  )
}

/** The day of an instant, in UTC: two desks must come to the same answer. */
function dayOf(instant: string): string {
  return new Date(instant).toISOString().slice(0, 10)
}
