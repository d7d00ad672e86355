import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toFigure } from '../../bench/figure.ts'
import { interleave } from '../../bench/interleave.ts'
import { median, quantile, spread } from '../../bench/statistics.ts'

const samples = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 })

describe('statistics', () => {
  it('take the middle, and interpolate between neighbours', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([4, 1, 3, 2])).toBe(2.5)
    expect(quantile([10, 20, 30, 40, 50], 0.95)).toBeCloseTo(48)
    expect(spread([1, 2, 3, 4, 5])).toBe(2)
    expect(() => median([])).toThrow('no samples')
  })

  it('lie within the samples, grow with p, and leave the samples as they were', () => {
    fc.assert(
      fc.property(samples, fc.double({ min: 0, max: 1, noNaN: true }), (all, p) => {
        const before = [...all]
        const low = quantile(all, p / 2)
        const high = quantile(all, p)
        expect(all).toEqual(before)
        expect(low).toBeGreaterThanOrEqual(Math.min(...all))
        expect(high).toBeLessThanOrEqual(Math.max(...all))
        expect(low).toBeLessThanOrEqual(high * (1 + 1e-12))
      }),
    )
  })
})

describe('a figure', () => {
  const measured = { name: 'opening', unit: 'ms', samples: [110, 120, 130], baseline: { name: 'bare', samples: [100] } }

  it('compares medians and names what it is compared with', () => {
    expect(toFigure(measured)).toEqual({
      name: 'opening',
      value: 120,
      unit: 'ms',
      baseline: 100,
      ratio: 1.2,
      limit: null,
      ok: true,
      against: 'bare',
      spread: 10,
      baselineSpread: 0,
    })
  })

  it('misses a limit from either side', () => {
    expect(toFigure({ ...measured, limit: { atMost: 1.3 } })).toMatchObject({ limit: 1.3, ok: true })
    expect(toFigure({ ...measured, limit: { atMost: 1.1 } })).toMatchObject({ limit: 1.1, ok: false })
    expect(toFigure({ ...measured, limit: { atLeast: 1.1 } })).toMatchObject({ ok: true })
    expect(toFigure({ ...measured, limit: { atLeast: 1.3 } })).toMatchObject({ ok: false })
  })

  it('compares another point of the distribution when asked', () => {
    const baseline = { name: 'bare', samples: [50, 100] }
    expect(toFigure({ ...measured, baseline, at: 1 })).toMatchObject({ value: 130, baseline: 100, ratio: 1.3 })
  })
})

describe('interleaving', () => {
  it('takes turns, turns round every other time, and drops the warm-up', async () => {
    const order: string[] = []
    const thing = (name: string) => async () => {
      order.push(name)
      return [order.length]
    }
    const found = await interleave(2, 1, { ours: thing('ours'), bare: thing('bare') })
    expect(order).toEqual(['ours', 'bare', 'bare', 'ours', 'ours', 'bare'])
    expect(found).toEqual({ ours: [4, 5], bare: [3, 6] })
  })
})
