import { beforeAll, describe, expect, it } from 'vitest'
import { GalleyError } from '../../../storage/model/errors.ts'
import { isRepeat, thorough } from '../../fixtures/thorough.ts'
import { FaultyFileSystem } from '../../unit/files/faulty-file-system.ts'
import { PowerCutFileSystem } from '../../unit/files/power-cut-file-system.ts'
import { Finder, photosOf } from './finder.ts'
import { makeFullDesk } from './full-desk.ts'
import type { FullDesk, Held } from './full-desk.ts'
import type { WritePath } from './write-path.ts'
import { writePaths } from './write-paths.ts'

const errnos = ['ENOSPC', 'EIO', 'EACCES', 'EMFILE']

/** The kinds of calls that have failed, and how: a kind that two write paths share is tried in every way once. */
const met = new Set<string>()

let desk: FullDesk
let full: PowerCutFileSystem

beforeAll(async () => {
  full = new PowerCutFileSystem()
  desk = await makeFullDesk(full, '/desk')
}, 60_000)

describe.each(writePaths)('$name, on a disk that fails', (path) => {
  it('holds the old or the new, whichever call fails', { timeout: 120_000 }, async () => {
    const given = full.copy()
    await path.given?.(desk, given)
    const finder = new Finder(desk, path, await photosOf(desk), false)
    const disk = given.copy()
    const fs = new FaultyFileSystem(disk)
    const { act, close } = await path.begin(desk, fs)
    fs.calls.length = 0
    const before = await finder.look(disk)
    await act()
    const kinds = fs.calls.map(({ call, path: where }) => `${call} ${kindOf(where)}`)
    await close()
    const after = await finder.look(disk)

    const isLong = !thorough && (kinds.length > 120 || path.isComposed === true)
    const wrong = new Set<string>()
    const tryAll = async (lasting: boolean, errnoAt: (at: number) => string, stride = 1): Promise<void> => {
      for (let at = 0, isThere = true; isThere; at += stride) {
        if (isLong && !lasting && isRepeat(kinds, at)) continue
        const told = await attempt({ given, path, at, errno: errnoAt(at), lasting, before, after, finder })
        isThere = told.met
        for (const each of told.wrong) wrong.add(each)
      }
    }
    const inTurn = (at: number): string => errnos[at % errnos.length] ?? 'EIO'
    // Every call fails once, and every kind of call in every way; of a long path the first and the last of a kind.
    await tryAll(false, inTurn)
    for (const [at, kind] of kinds.entries()) {
      if (isLong || (!thorough && kinds.indexOf(kind) < at)) continue
      for (const errno of errnos.filter((each) => thorough || !met.has(`${kind} ${each}`))) {
        met.add(`${kind} ${errno}`)
        const told = await attempt({ given, path, at, errno, lasting: false, before, after, finder })
        for (const each of told.wrong) wrong.add(each)
      }
    }
    await tryAll(true, inTurn, thorough ? 1 : path.isComposed === true ? 17 : isLong ? 5 : 2)
    expect([...wrong]).toEqual([])
  })
})

interface Attempt {
  readonly given: PowerCutFileSystem
  readonly path: WritePath
  /** The number of the call that fails, and whether all after it do. */
  readonly at: number
  readonly lasting: boolean
  readonly errno: string
  readonly before: Held
  readonly after: Held
  readonly finder: Finder
}

/** A path without what differs from one run to the next. */
function kindOf(where: string): string {
  return where.replace(/[0-9a-f-]{16,}/g, '…')
}

/** Does it once with one call failing. `met` is false when there are not so many calls. */
async function attempt(parts: Attempt): Promise<{ readonly met: boolean; readonly wrong: readonly string[] }> {
  const { given, path, at, errno, lasting, before, after, finder } = parts
  const disk = given.copy()
  const fs = new FaultyFileSystem(disk)
  const { act, close } = await path.begin(desk, fs)
  const wrong: string[] = []
  let calls = 0
  let place = ''
  fs.fault = (call, where) => {
    if (calls === at) place = `${call} ${kindOf(where)}`
    calls += 1
    return calls > at && (lasting || calls === at + 1) ? errno : null
  }
  const refusal = await act().then(
    () => null,
    (error: unknown) => error,
  )
  const met = calls > at
  fs.fault = () => null
  const say = (what: string): void => {
    wrong.push(`${place} fails${lasting ? ' and all after' : ''}, ${errno}: ${what}`)
  }
  if (refusal !== null && !isTold(refusal)) say(`not told: ${refusal instanceof Error ? refusal.message : 'no error'}`)
  try {
    for (const each of finder.lost(await finder.look(disk), refusal === null ? [after] : [before, after])) say(each)
    // The disk is well again: what was refused can be done in the same session, unless it was done all the same.
    if (refusal !== null) await act().catch(() => undefined)
    await close()
    const again = await finder.look(disk)
    const expected = path.isOnce === true ? again : new Map([...again].filter(([key]) => after.has(key)))
    for (const each of finder.lost(expected, [after])) say(`afterwards, ${each}`)
  } catch (error) {
    say(String(error))
  }
  return { met, wrong }
}

function isTold(error: unknown): boolean {
  return error instanceof GalleyError && error.code !== 'internal' && /^[A-Z].*\.$/s.test(error.message)
}
