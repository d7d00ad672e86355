import { beforeAll, describe, expect, it } from 'vitest'
import { GalleyError } from '../../../storage/model/errors.ts'
import type { MediaId } from '../../../storage/model/ids.ts'
import { mediaIdSchema } from '../../../storage/model/ids.ts'
import { createHash } from 'node:crypto'
import { FaultyFileSystem } from '../../unit/files/faulty-file-system.ts'
import { PowerCutFileSystem } from '../../unit/files/power-cut-file-system.ts'
import { heldIn, makeFullDesk, photoBytes, reopened } from './full-desk.ts'
import type { FullDesk, Held } from './full-desk.ts'
import { unsound } from './sound-files.ts'
import { mended, writePaths } from './write-paths.ts'
import type { WritePath } from './write-paths.ts'

const errnos = ['ENOSPC', 'EIO', 'EACCES', 'EMFILE']
const root = '/desk'

let desk: FullDesk
let full: PowerCutFileSystem
let photos: MediaId[]

beforeAll(async () => {
  full = new PowerCutFileSystem()
  desk = await makeFullDesk(full, root)
  const another = createHash('sha256')
    .update(await photoBytes('plain.jpg'))
    .digest('hex')
  photos = [desk.photo, mediaIdSchema.parse(another)]
})

/** What the next process finds, and that it finds it whole. */
async function found(disk: PowerCutFileSystem, path: WritePath): Promise<Held> {
  const next = disk.copy()
  if (path.settle !== undefined) {
    await reopened(next, root, () => Promise.resolve())
    await path.settle(desk, next)
  }
  const held = await reopened(next, root, async (workspace) => {
    const told = await heldIn(workspace, next, photos, desk.story)
    const { stories, unreadable } = await workspace.list({ query: '', limit: 99 })
    expect(unreadable).toEqual([])
    for (const { id } of stories) await (await workspace.openStory(id)).close()
    expect(await heldIn(workspace, next, photos, desk.story)).toEqual(told)
    return told
  })
  expect((await unsound(next, root)).filter((wrong) => wrong.startsWith('damaged'))).toEqual([])
  await mended(root, next)
  expect(await unsound(next, root)).toEqual([])
  return held
}

const anyName = /"sum": ?"[0-9a-f]+"|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{16,32}/g

/** What is on a disk but for what is random, so that no state is looked at twice. */
function printOf(disk: PowerCutFileSystem): string {
  const hash = createHash('sha256')
  for (const [path, content] of disk.files()) {
    if (path.includes('/quarantine/') || path.endsWith('.lock')) continue
    hash.update(`${path.replace(anyName, '')} ${content.length} `)
    hash.update(/json$/.test(path) ? Buffer.from(content).toString().replace(anyName, '') : content)
  }
  return hash.digest('hex')
}

describe.each(writePaths)('$name, on a disk that fails', (path) => {
  it('holds the old or the new, whichever call fails', { timeout: 120_000 }, async () => {
    const given = full.copy()
    await path.given?.(desk, given)
    const looked = new Map<string, Held>()
    const look = async (state: PowerCutFileSystem): Promise<Held> => {
      const print = printOf(state)
      const known = looked.get(print) ?? (await found(state, path))
      looked.set(print, known)
      return known
    }

    const disk = given.copy()
    const fs = new FaultyFileSystem(disk)
    const { act, close } = await path.begin(desk, fs)
    fs.calls.length = 0
    const before = await look(disk)
    await act()
    const isLong = fs.calls.length > 120
    await close()
    const after = await look(disk)

    const wrong = new Set<string>()
    const tryAll = async (lasting: boolean, errnoAt: (at: number) => string): Promise<void> => {
      for (let at = 0, met = true; met; at += 1) {
        const told = await attempt({ given, path, at, errno: errnoAt(at), lasting, before, after, look })
        met = told.met
        for (const each of told.wrong) wrong.add(each)
      }
    }
    const inTurn = (at: number): string => errnos[at % errnos.length] ?? 'EIO'
    if (isLong) await tryAll(false, inTurn)
    else for (const errno of errnos) await tryAll(false, () => errno)
    await tryAll(true, inTurn)
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
  readonly look: (disk: PowerCutFileSystem) => Promise<Held>
}

/** Does it once with one call failing. `met` is false when there are not so many calls. */
async function attempt(parts: Attempt): Promise<{ readonly met: boolean; readonly wrong: readonly string[] }> {
  const { given, path, at, errno, lasting, before, after, look } = parts
  const disk = given.copy()
  const fs = new FaultyFileSystem(disk)
  const { act, close } = await path.begin(desk, fs)
  const wrong: string[] = []
  let calls = 0
  let place = ''
  fs.fault = (call, where) => {
    if (calls === at) place = `${call} ${where.replace(/[0-9a-f-]{16,}/g, '…')}`
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
    for (const each of lost(await look(disk), refusal === null ? [after] : [before, after], path)) say(each)
    // The disk is well again: what was refused can be done in the same session, unless it was done all the same.
    if (refusal !== null) await act().catch(() => undefined)
    await close()
    const again = await look(disk)
    for (const each of lost(new Map([...again].filter(([key]) => after.has(key))), [after], path))
      say(`afterwards, ${each}`)
  } catch (error) {
    say(String(error))
  }
  return { met, wrong }
}

function isTold(error: unknown): boolean {
  return error instanceof GalleyError && error.code !== 'internal' && /^[A-Z].*\.$/s.test(error.message)
}

/** What is held neither as one of these has it nor as another. */
function lost(held: Held, possible: readonly Held[], { mayFollow }: WritePath): string[] {
  const keys = new Set([held, ...possible].flatMap((each) => [...each.keys()]))
  return [...keys].flatMap((key) => {
    if (mayFollow !== undefined && possible.some((each) => each.get(key)?.startsWith(`["${mayFollow}"`))) return []
    return possible.some((each) => each.get(key) === held.get(key)) ? [] : `${key} is ${held.get(key) ?? 'gone'}`
  })
}
