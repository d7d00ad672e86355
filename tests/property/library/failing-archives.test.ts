import { access, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FileSystem } from '../../../storage/files/file-system.ts'
import { nodeFileSystem } from '../../../storage/files/node-file-system.ts'
import { dailyBackup } from '../../../storage/library/backup/daily-backup.ts'
import { restoreBackup } from '../../../storage/library/backup/restore-backup.ts'
import { writeBackup } from '../../../storage/library/backup/write-backup.ts'
import { createWorkspace, openWorkspace } from '../../../storage/library/open-workspace.ts'
import { GalleyError } from '../../../storage/model/errors.ts'
import { publish } from '../../../storage/publish/publish.ts'
import { verify } from '../../../storage/publish/verify.ts'
import { english } from '../../fixtures/stories.ts'
import { isRepeat, thorough } from '../../fixtures/thorough.ts'
import { FaultyFileSystem } from '../../unit/files/faulty-file-system.ts'
import { now, request, testDesk } from '../../unit/publish/desk.ts'
import type { TestDesk } from '../../unit/publish/desk.ts'
import { footbridge, storyId } from '../../unit/publish/story.ts'
import { makeFullDesk, moment, reopened } from './full-desk.ts'

const errnos = ['ENOSPC', 'EIO', 'EACCES', 'EMFILE']
const nothing = (): Promise<void> => Promise.resolve()

/** The real disk, but for the waiting: here nobody cuts the power. */
const unsynced: FileSystem = {
  ...nodeFileSystem,
  syncFolder: nothing,
  open: async (path, flags) => ({ ...(await nodeFileSystem.open(path, flags)), sync: nothing, datasync: nothing }),
}

let folder = ''
let root = ''
let backup = ''
let desk: TestDesk

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-archives-'))
  root = join(folder, 'desk')
  await makeFullDesk(unsynced, root)
  backup = join(folder, 'desk.zip')
  await writeBackup(root, backup, { now: moment })
  desk = await testDesk(footbridge(null))
}, 60_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Something that is made whole or not at all, at a place where nothing is. */
interface Making {
  readonly name: string
  readonly make: (place: string, fs: FileSystem) => Promise<unknown>
  /** Throws when what stands there is not whole. */
  readonly hold: (place: string) => Promise<unknown>
}

const publishing =
  (zip: boolean): Making['make'] =>
  (place, files) => {
    const isNew = { ...desk, stories: new Map([[storyId, footbridge(null)]]) }
    return publish(request(isNew, place, { zip }), desk, { now, files })
  }

const bundleHolds = async (place: string): Promise<void> => {
  expect(await verify(place)).toEqual({ ok: true, problems: [] })
}

const makings: readonly Making[] = [
  {
    name: 'a workspace',
    make: async (place, fileSystem) => {
      const workspace = await createWorkspace(place, { name: 'New', language: english }, { fileSystem })
      await workspace.close()
    },
    hold: async (place) => {
      expect(await reopened(nodeFileSystem, place, (workspace) => Promise.resolve(workspace.name))).toBe('New')
    },
  },
  {
    name: 'a backup.zip',
    make: (place, files) => writeBackup(root, place, { now: moment, files }),
    hold: async (place) => {
      await restoreBackup(place, `${place}.back`)
      await rm(`${place}.back`, { recursive: true })
    },
  },
  {
    name: 'a workspace out of a backup',
    make: (place, files) => restoreBackup(backup, place, { files }),
    hold: async (place) => {
      const workspace = await openWorkspace(place)
      const { total } = await workspace.list({ query: '', limit: 9 })
      await workspace.close()
      expect(total).toBe(1)
    },
  },
  { name: 'a bundle', make: publishing(false), hold: bundleHolds },
  { name: 'a bundle.zip', make: publishing(true), hold: bundleHolds },
]

const stands = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

describe.each(makings)('$name, made on a disk that fails', ({ name, make, hold }) => {
  it.each([false, true])(
    'stands whole or not at all (all calls after fail too: %s)',
    { timeout: 120_000 },
    async (lasting) => {
      const wrong = new Set<string>()
      const kinds = await kindsOf(make, name)
      // A disk that stays broken is tried from every seventh call on: it fails as it did the call before.
      for (let at = 0, met = true; met; at += lasting && !thorough ? 7 : 1) {
        // Calls of one kind fail alike: the first of each is tried, and the last.
        if (!lasting && !thorough && isRepeat(kinds, at)) continue
        const inside = await mkdtemp(join(folder, 'made-'))
        const place = join(inside, name.replace(/^.* /, ''))
        const fs = new FaultyFileSystem(unsynced)
        const errno = errnos[at % errnos.length] ?? 'EIO'
        let calls = 0
        let last = ''
        fs.fault = (call, path) => {
          if (calls === at) last = `${call} ${path.slice(inside.length)}`.replace(/[0-9a-f]{16,}/g, '…')
          calls += 1
          return calls > at && (lasting || calls === at + 1) ? errno : null
        }
        const say = (what: string): void => void wrong.add(`${errno} at ${last}: ${what}`)
        const refusal = await make(place, fs).then(
          () => null,
          (error: unknown) => error,
        )
        met = calls > at
        if (refusal !== null && !isTold(refusal)) say(`not told: ${refusal instanceof Error ? refusal.message : ''}`)
        // A workspace has its folder and its lock before it is one; the next attempt takes them.
        const signs = name === 'a workspace' ? ['galley.json', 'galley.prev.json'] : ['']
        const isMade = (await Promise.all(signs.map((sign) => stands(join(place, sign))))).includes(true)
        if (refusal === null && !isMade) say('acknowledged and not there')
        if (isMade) await hold(place).catch((error: unknown) => say(`not whole: ${String(error)}`))
        const left = (await readdir(inside)).filter(
          (each) => each.endsWith('.partial') || each.endsWith('.partial.zip'),
        )
        // Where nothing can be removed any more, the doctor will.
        if (!lasting && refusal !== null && left.length > 0) say(`left ${left.join()}`)
        // What is left behind is looked at each time; that nothing of it is in the way, one time of three.
        if (!isMade && (thorough || at % 3 === 0)) {
          await rm(join(place, '.lock'), { force: true })
          await make(place, unsynced).catch((error: unknown) => say(`cannot be made again: ${String(error)}`))
          await hold(place).catch((error: unknown) => say(`made again, not whole: ${String(error)}`))
        }
        await rm(inside, { recursive: true, force: true })
      }
      expect([...wrong]).toEqual([])
    },
  )
})

/** The calls of an undisturbed making, without what tells calls of one kind apart. */
async function kindsOf(make: Making['make'], name: string): Promise<string[]> {
  const inside = await mkdtemp(join(folder, 'made-'))
  const fs = new FaultyFileSystem(unsynced)
  await make(join(inside, name.replace(/^.* /, '')), fs)
  await rm(inside, { recursive: true, force: true })
  return fs.calls.map(({ call, path }) => `${call} ${path.slice(inside.length).replace(/[0-9a-f-]{4,}|\d+/g, '…')}`)
}

function isTold(error: unknown): boolean {
  return error instanceof GalleyError && error.code !== 'internal' && /^[A-Z].*\.$/s.test(error.message)
}

const dayOf = (path: string): string => path.replace(/^.*(\d{4}-\d\d-\d\d)\.zip$/, '$1')

describe('the backup of the day, on a disk that fails', () => {
  it('stands whole or not at all, and only when it stands do outdated ones go', { timeout: 120_000 }, async () => {
    const backups = join(root, 'backups')
    const days = Array.from({ length: 14 }, (_, at) => new Date(moment.getTime() - (at + 1) * 86_400_000))
    const older = days.map((day) => `${day.toISOString().slice(0, 10)}.zip`)
    const today = `${moment.toISOString().slice(0, 10)}.zip`
    const lay = async (): Promise<void> => {
      await rm(backups, { recursive: true, force: true })
      await mkdir(backups)
      for (const name of older) await writeFile(join(backups, name), name)
    }
    await lay()
    const whole = new FaultyFileSystem(unsynced)
    const { removed } = await dailyBackup({ root }, moment, { files: whole })
    expect(removed.length).toBeGreaterThan(4)
    const places = whole.calls.map(({ call, path }) => `${call} ${path.slice(root.length)}`)
    // Durable in its place before the first one goes.
    const isSynced = places.lastIndexOf('syncFolder /backups')
    expect(isSynced).toBeGreaterThan(places.indexOf(`rename /backups/${today}`))
    expect(isSynced).toBeLessThan(places.findIndex((place) => /^unlink .*\d\.zip$/.test(place)))

    const wrong = new Set<string>()
    const kinds = places.map((place) => place.replace(/[0-9a-f-]{4,}|\d+/g, '…'))
    for (const lasting of [false, true]) {
      for (let at = 0; at < places.length; at += lasting && !thorough ? 43 : 1) {
        if (!lasting && !thorough && isRepeat(kinds, at)) continue
        await lay()
        const errno = errnos[at % errnos.length] ?? 'EIO'
        const fs = new FaultyFileSystem(unsynced)
        fs.fault = () => (fs.calls.length > at && (lasting || fs.calls.length === at + 1) ? errno : null)
        const refusal = await dailyBackup({ root }, moment, { files: fs }).then(
          () => null,
          (error: unknown) => error,
        )
        const say = (what: string): void => void wrong.add(`${errno} at ${places[at] ?? ''}: ${what}`)
        const left = await readdir(backups)
        const isThere = left.includes(today)
        const gone = older.filter((name) => !left.includes(name))
        if (refusal !== null && !isTold(refusal))
          say(`not told: ${refusal instanceof Error ? refusal.message : 'no error'}`)
        if (refusal === null && !isThere) say('acknowledged and not there')
        if (refusal !== null && gone.length > 0) say(`refused, and ${gone.join()} gone`)
        if (!gone.every((name) => removed.includes(dayOf(name)))) say('one too many is gone')
        if (isThere && (thorough || refusal !== null || at % 4 === 0))
          await bytesHold(join(backups, today)).catch((error: unknown) => say(`not whole: ${String(error)}`))
        if (!thorough && at % 4 > 0) continue
        await dailyBackup({ root }, moment, { files: unsynced })
        expect((await readdir(backups)).sort()).toEqual(
          [...older.filter((name) => !removed.includes(dayOf(name))), today].sort(),
        )
      }
    }
    expect([...wrong]).toEqual([])
  })
})

async function bytesHold(archive: string): Promise<void> {
  await restoreBackup(archive, `${folder}/restored`)
  await rm(`${folder}/restored`, { recursive: true })
}
