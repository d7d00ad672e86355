import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { Random } from '../../crash/random.ts'
import { thorough } from '../../fixtures/thorough.ts'
import { FaultyFileSystem } from '../../unit/files/faulty-file-system.ts'
import { PowerCutFileSystem } from '../../unit/files/power-cut-file-system.ts'
import { Finder, photosOf } from './finder.ts'
import { makeFullDesk } from './full-desk.ts'
import type { FullDesk } from './full-desk.ts'
import type { WritePath } from './write-path.ts'
import { writePaths } from './write-paths.ts'

let desk: FullDesk
let full: PowerCutFileSystem

beforeAll(async () => {
  full = new PowerCutFileSystem()
  desk = await makeFullDesk(full, '/desk')
}, 60_000)

/** A moment between two calls: the disk, what was called last, and whether the act was acknowledged by then. */
interface Moment {
  readonly frozen: ReturnType<PowerCutFileSystem['frozen']>
  readonly after: string
  readonly acknowledged: boolean
}

/** Does it once, undisturbed, and keeps every moment. */
async function momentsOf(path: WritePath, disk: PowerCutFileSystem): Promise<Moment[]> {
  const moments: Moment[] = []
  const fs = new FaultyFileSystem(disk)
  const { act, close } = await path.begin(desk, fs)
  let acknowledged = false
  let last = 'nothing'
  const keep = (): void => {
    moments.push({ frozen: disk.frozen(), after: last, acknowledged })
  }
  fs.fault = (call, where) => {
    keep()
    last = `${call} ${where.replace(/[0-9a-f-]{16,}/g, '…')}`
    return null
  }
  await act()
  acknowledged = true
  keep()
  await close()
  keep()
  return moments
}

describe.each(writePaths)('$name, when the power goes', (path) => {
  it('holds the old or the new, whenever that is and whatever the disk kept', { timeout: 120_000 }, async () => {
    const given = full.copy()
    await path.given?.(desk, given)
    const finder = new Finder(desk, path, await photosOf(desk), true)
    const begun = given.copy()
    const { close } = await path.begin(desk, begun)
    const before = await finder.look(begun)
    await close()
    const done = given.copy()
    const moments = await momentsOf(path, done)
    const after = await finder.look(done)

    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const random = new Random(seed)
        for (const { frozen, after: call, acknowledged } of moments) {
          const held = await finder.look(frozen((below) => random.below(below)))
          const lost = finder.lost(held, acknowledged ? [after] : [before, after])
          expect(lost, `cut after ${call}${acknowledged ? ', acknowledged' : ''}`).toEqual([])
        }
      }),
      { numRuns: thorough ? 20 : path.isComposed === true ? 1 : 2, endOnFailure: true },
    )
  })
})
