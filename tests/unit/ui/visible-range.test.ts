import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visibleRange } from '../../../renderer/ui/visible-range.ts'

test('every row in sight is drawn, and never more rows than the window and its edges hold', () => {
  const cases = fc.record({
    count: fc.integer({ min: 0, max: 20_000 }),
    height: fc.integer({ min: 1, max: 2000 }),
    top: fc.integer({ min: 0, max: 2_000_000 }),
  })
  fc.assert(
    fc.property(cases, ({ count, height, top }) => {
      const range = visibleRange(top, height, 66, count)
      const inSight = Array.from({ length: count }, (_, index) => index).filter(
        (index) => (index + 1) * 66 > top && index * 66 < top + height,
      )
      expect(range).toEqual(expect.arrayContaining(inSight))
      expect(range.every((index) => index >= 0 && index < count)).toBe(true)
      expect(range.length).toBeLessThanOrEqual(Math.ceil(height / 66) + 11)
    }),
    { numRuns: 50 },
  )
})
