import fc from 'fast-check'
import { expect, it } from 'vitest'
import { someAct, UncertainDesk } from './uncertain-desk.ts'

it('holds everything that was acknowledged, whatever happens to it', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), fc.array(someAct, { minLength: 4, maxLength: 30 }), async (seed, acts) => {
      const desk = await UncertainDesk.make(seed)
      for (const act of acts) {
        await desk.act(act)
        expect(await desk.wrong(), JSON.stringify(act)).toEqual([])
      }
      await desk.act({ kind: 'power cut' })
      expect(await desk.wrong(), 'at the end').toEqual([])
    }),
    { numRuns: 120 },
  )
})
