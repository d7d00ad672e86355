import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copySlugs, slugBeforeNumber } from '../../../storage/language/copy-slugs.ts'
import { slugSchema } from '../../../storage/model/record.ts'
import type { Slug } from '../../../storage/model/record.ts'

const letters = ['A', 'Կ', 'Ж', 'پ', '7', '\u{10400}', '𝟗', 'e\u0301', 'ა', '-']
const someSlug = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 70 })
  .map((parts) => slugSchema.safeParse(parts.join('').replaceAll(/-+/g, '-').replaceAll(/^-|-$/g, '')))
  .map(({ data }) => data)
  .filter((slug) => slug !== undefined)

function first(slug: Slug, count: number): Slug[] {
  const slugs = copySlugs(slug)
  return Array.from({ length: count }, () => slugs.next().value)
}

test('a copy has a slug of its own, with a number after as much of the other as there is room for', () => {
  fc.assert(
    fc.property(someSlug, (slug) => {
      const slugs = first(slug, 120)
      expect(new Set([slug, ...slugs]).size).toBe(121)
      for (const [at, next] of slugs.entries()) {
        const suffix = `-${at + 2}`
        expect(slugSchema.safeParse(next).success && next.isWellFormed() && next.endsWith(suffix)).toBe(true)
        const kept = next.slice(0, -suffix.length)
        expect(slug.startsWith(kept)).toBe(true)
        expect(slug.slice(kept.length)).not.toMatch(/^\p{M}/u)
        if (slug.length + suffix.length <= 64) expect(kept).toBe(slug)
        else expect(kept.length).toBeGreaterThanOrEqual(64 - suffix.length - 3)
      }
    }),
    { numRuns: 60 },
  )
})

test.each([
  ['BRIDGE-2', 'BRIDGE'],
  ['ԿԱՄՈՒՐՋ-ՎԵՐՆ-14', 'ԿԱՄՈՒՐՋ-ՎԵՐՆ'],
  ['BRIDGE', null],
  ['BRIDGE-1', null],
  ['BRIDGE-02', null],
  ['BUDGET-2027', null],
  ['G20', null],
  ['7', null],
])('what was numbered is told from what has a number: %s', (slug, before) => {
  expect(slugBeforeNumber(slugSchema.parse(slug))).toBe(before)
})
