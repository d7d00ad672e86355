import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../../../storage/files/node-file-system.ts'
import { ZipWriter } from '../../../storage/files/zip-writer.ts'
import { dailyBackup } from '../../../storage/library/backup/daily-backup.ts'
import { writeBackupManifest } from '../../../storage/library/backup/manifest.ts'
import { restoreBackup } from '../../../storage/library/backup/restore-backup.ts'
import { outdated } from '../../../storage/library/backup/rotation.ts'
import { backupSeal, writeBackup } from '../../../storage/library/backup/write-backup.ts'
import { openWorkspace } from '../../../storage/library/open-workspace.ts'
import type { Workspace } from '../../../storage/library/workspace.ts'
import { addPhoto } from '../../../storage/media/photos.ts'
import { renditions } from '../../../storage/media/renditions.ts'
import { headlineOf } from '../../../storage/model/summary.ts'
import { english, sampleDocument } from '../../fixtures/stories.ts'
import { FaultyFileSystem } from '../files/faulty-file-system.ts'
import { temporaryFolder } from '../files/temporary-folder.ts'
import { typing, window1 } from '../journal/entries.ts'
import { contentOf } from './folder-content.ts'
import { newWorkspace, type } from './workspaces.ts'

const now = new Date('2026-04-14T09:00:00.000Z')
const photos = join(import.meta.dirname, '../../fixtures/photos')

/** A workspace with one of everything that lies in one. */
async function fullWorkspace(): Promise<Workspace> {
  const workspace = await newWorkspace()
  const { root } = workspace
  const { id } = (await workspace.createStory({ language: english, document: sampleDocument() })).record
  await type(workspace, id, 'Ա', 'B')
  await workspace.trash((await workspace.createStory({ language: english })).record.id)
  const photo = await addPhoto(root, 'plain.jpg', await readFile(join(photos, 'plain.jpg')), { files: nodeFileSystem })
  await renditions(root, photo.id, { files: nodeFileSystem })
  await mkdir(join(root, 'quarantine', 'one'), { recursive: true })
  await writeFile(join(root, 'quarantine', 'one', 'story.json'), Buffer.alloc(20_000))
  await writeFile(join(root, '.galley-0011223344556677.partial'), 'left behind')
  await writeFile(join(root, 'empty'), '')
  return workspace
}

const isKept = (path: string): boolean => !/^(?:\.lock|\.galley-|backups\/|media\/renditions\/)/.test(path)

async function kept(root: string): Promise<Record<string, string>> {
  return Object.fromEntries(Object.entries(await contentOf(root)).filter(([path]) => isKept(path)))
}

describe('a backup', () => {
  it('gives the workspace back to the byte, without its caches and its lock', async () => {
    const workspace = await fullWorkspace()
    await workspace.close()
    const folder = await temporaryFolder()
    const archive = join(folder, 'desk.zip')
    const made = await writeBackup(workspace.root, archive, { now })
    expect(made).toMatchObject({ archive, left: [] })
    expect(await readdir(folder)).toEqual(['desk.zip'])
    const restored = await restoreBackup(archive, join(folder, 'new', 'desk'))
    expect(restored).toMatchObject({ workspace: join(folder, 'new', 'desk'), files: made.files })
    expect(await contentOf(restored.workspace)).toEqual(await kept(workspace.root))
    expect((await kept(workspace.root))['empty']).toBe('')
    const opened = await openWorkspace(restored.workspace)
    expect((await opened.list({ query: 'Vernashat', limit: 5 })).total).toBe(1)
    expect(await opened.trashed()).toHaveLength(1)
    await opened.close()
  })

  it('holds what was acknowledged while the workspace is open and written to', async () => {
    const workspace = await newWorkspace()
    const { id } = (await workspace.createStory({ language: english })).record
    const story = await workspace.openStory(id)
    const { authority } = story
    const folder = await temporaryFolder()
    for (let round = 0; round < 8; round += 1) {
      await authority.receive(authority.version, typing(authority.document, 'x'), window1)
      const before = headlineOf(authority.document).length
      const archive = join(folder, `${round}.zip`)
      const [made] = await Promise.all([
        writeBackup(workspace.root, archive, { now }),
        authority.flush().then(() => authority.receive(authority.version, typing(authority.document, 'y'), window1)),
      ])
      const { workspace: root } = await restoreBackup(made.archive, join(folder, String(round)))
      const restored = await openWorkspace(root)
      expect(headlineOf((await restored.readStory(id)).document).length).toBeGreaterThanOrEqual(before)
      await restored.close()
    }
    await story.close()
    await workspace.close()
  })

  it('is not written over a file, into the workspace, or half', async () => {
    const { root, close } = await newWorkspace().then((made) => ({ root: made.root, close: () => made.close() }))
    await close()
    const folder = await temporaryFolder()
    const archive = join(folder, 'desk.zip')
    await writeFile(archive, 'mine')
    await expect(writeBackup(root, archive, { now })).rejects.toMatchObject({ code: 'destination_exists' })
    expect(await readFile(archive, 'utf8')).toBe('mine')
    await expect(writeBackup(root, join(root, 'a.zip'), { now })).rejects.toMatchObject({ code: 'invalid_input' })
    for (const errno of ['ENOSPC', 'EIO']) {
      for (let at = 1, failed = true; failed; at += 1) {
        const fs = new FaultyFileSystem()
        let calls = 0
        fs.fault = (call) => (call !== 'unlink' && (calls += 1) === at ? errno : null)
        const to = join(folder, `${errno}-${at}.zip`)
        const told = await writeBackup(root, to, { now, files: fs }).catch((error: unknown) => error)
        failed = told instanceof Error
        const names = await readdir(folder)
        expect(names.filter((name) => name.startsWith('.'))).toEqual([])
        // A disk that is full while it is read is refused like any other that cannot be read.
        if (failed) expect(told).toMatchObject({ code: expect.stringMatching(/^disk_(full|refused)$/) as string })
        // What has its name is whole, even when the folder could not be synced behind it.
        if (names.includes(`${errno}-${at}.zip`)) await restoreBackup(to, join(folder, `${errno}-${at}`))
      }
    }
  })

  it('leaves out and names what no other disk can hold, and ends at a link that leads back', async () => {
    const { root } = await newWorkspace()
    await writeFile(join(root, 'what: now'), 'x')
    await symlink(root, join(root, 'again'))
    const { left } = await writeBackup(root, join(await temporaryFolder(), 'a.zip'), { now })
    expect(left).toContain('what: now')
  })
})

describe('restoring', () => {
  async function archiveOf(write: (zip: ZipWriter) => Promise<void>): Promise<string> {
    const path = join(await temporaryFolder(), 'made.zip')
    const file = await nodeFileSystem.open(path, 'wx')
    const zip = new ZipWriter(file)
    await write(zip)
    await zip.end(backupSeal)
    await file.close()
    return path
  }

  /** Restores next to nothing and says what is left there. */
  async function refusal(archive: string): Promise<unknown> {
    const folder = await temporaryFolder()
    const error = await restoreBackup(archive, join(folder, 'desk')).catch((each: unknown) => each)
    expect(await readdir(folder)).toEqual([])
    return error
  }

  const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

  it('refuses paths that lead outside, though sum and seal hold', async () => {
    for (const path of ['../evil', '/etc/evil', 'a/../../evil', 'a\\evil', 'C:evil']) {
      const archive = await archiveOf(async (zip) => {
        await zip.add(`workspace/${path}`, Buffer.alloc(0))
        await zip.add('manifest.json', Buffer.from(writeBackupManifest(now, [{ path, bytes: 0, sha256 }])))
      })
      expect(await refusal(archive)).toMatchObject({ code: 'backup_invalid' })
    }
  })

  it('refuses files that the manifest does not name, lacks, or has otherwise', async () => {
    const file = { path: 'galley.json', bytes: 0, sha256 }
    for (const [listed, names] of [
      [[], ['workspace/galley.json']],
      [[file], []],
      [[{ ...file, sha256: '0'.repeat(64) }], ['workspace/galley.json']],
      [[{ ...file, bytes: 1 }], ['workspace/galley.json']],
      [[file, file], ['workspace/galley.json']],
      [[file], ['workspace/galley.json', 'elsewhere']],
    ] as const) {
      const archive = await archiveOf(async (zip) => {
        for (const name of names) await zip.add(name, Buffer.alloc(0))
        await zip.add('manifest.json', Buffer.from(writeBackupManifest(now, listed)))
      })
      expect(await refusal(archive)).toMatchObject({ code: 'backup_invalid' })
    }
  })

  it('refuses an archive that claims more than one of ours can hold, before it unpacks anything', async () => {
    const archive = await archiveOf(async (zip) => {
      await zip.add('workspace/a', Buffer.alloc(1000))
    })
    const bytes = await readFile(archive)
    const table = bytes.lastIndexOf('PK\x01\x02', undefined, 'latin1')
    bytes.writeUInt32LE(0xfffffff0, table + 24)
    await writeFile(archive, bytes)
    expect(await refusal(archive)).toMatchObject({ code: 'too_large' })
  })

  it('refuses a newer backup, what is no backup, and a folder that holds anything', async () => {
    const newer = await archiveOf((zip) => zip.add('manifest.json', Buffer.from('{"format":"galley.backup/2"}')))
    expect(await refusal(newer)).toMatchObject({ code: 'newer_format' })
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'text.zip'), 'no zip')
    expect(await refusal(join(folder, 'text.zip'))).toMatchObject({ code: 'backup_invalid' })
    expect(await refusal(join(folder, 'nowhere.zip'))).toMatchObject({ code: 'not_found' })
    await expect(restoreBackup(newer, folder)).rejects.toMatchObject({ code: 'destination_exists' })
    expect(await readdir(folder)).toEqual(['text.zip'])
  })

  it('leaves nothing behind when the disk fails', async () => {
    const workspace = await newWorkspace()
    const folder = await temporaryFolder()
    const archive = join(folder, 'desk.zip')
    await writeBackup(workspace.root, archive, { now })
    await workspace.close()
    let at = 1
    for (let failed = true; failed; at += 1) {
      const fs = new FaultyFileSystem()
      let calls = 0
      fs.fault = (call) => (call !== 'unlink' && (calls += 1) === at ? 'ENOSPC' : null)
      const target = join(folder, String(at))
      const told = await restoreBackup(archive, target, { files: fs }).catch((error: unknown) => error)
      failed = told instanceof Error
      const names = await readdir(folder)
      expect(names.filter((name) => name.startsWith('.'))).toEqual([])
      if (names.includes(String(at))) expect(await contentOf(target)).toEqual(await kept(workspace.root))
    }
    expect(at).toBeGreaterThan(10)
  })
})

describe('a zip of ours', () => {
  it('holds more files than the older form of the format counts', { timeout: 60_000 }, async () => {
    const path = join(await temporaryFolder(), 'many.zip')
    const pieces: Uint8Array[] = []
    const none = (): Promise<void> => Promise.resolve()
    const zip = new ZipWriter({
      write: (bytes) => {
        pieces.push(bytes)
        return Promise.resolve()
      },
      sync: none,
      datasync: none,
      truncate: none,
      hasName: () => Promise.resolve(true),
      close: none,
    })
    const listed = Array.from({ length: 66_000 }, (_, index) => ({ path: String(index), bytes: 0, sha256: empty }))
    for (const each of listed) await zip.add(`workspace/${each.path}`, new Uint8Array(), { packed: true })
    await zip.add('manifest.json', Buffer.from(writeBackupManifest(now, listed)))
    await zip.end(backupSeal)
    await writeFile(path, Buffer.concat(pieces))
    const stop = new AbortController()
    stop.abort()
    // It was read and held against its manifest before the first file would have been written.
    const told = restoreBackup(path, join(await temporaryFolder(), 'desk'), { signal: stop.signal })
    await expect(told).rejects.toMatchObject({ code: 'cancelled' })
  })
})

const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const day = 24 * 60 * 60 * 1000
const dayAfter = (days: number): string => new Date(now.getTime() + days * day).toISOString().slice(0, 10)

describe('the backup of the day', () => {
  it('is made once a day, beside the others, and is whole', async () => {
    const workspace = await newWorkspace()
    const first = await dailyBackup(workspace, now)
    expect(first.made?.archive).toBe(join(workspace.root, 'backups', '2026-04-14.zip'))
    await writeFile(join(workspace.root, 'backups', '.galley-0011223344556677.partial'), 'cut off')
    await writeFile(join(workspace.root, 'backups', 'mine.zip'), 'kept')
    expect(await dailyBackup(workspace, new Date(now.getTime() + 1000))).toEqual({ made: null, removed: [] })
    for (let days = 1; days < 40; days += 1) await dailyBackup(workspace, new Date(now.getTime() + days * day))
    const names = await readdir(join(workspace.root, 'backups'))
    expect(names).toHaveLength(7 + 4 + 1)
    expect(names).toContain('mine.zip')
    const { workspace: restored } = await restoreBackup(
      join(workspace.root, 'backups', `${dayAfter(39)}.zip`),
      join(await temporaryFolder(), 'desk'),
    )
    expect(await contentOf(restored)).toEqual(await kept(workspace.root))
    await workspace.close()
  })

  it('keeps seven days and four weeks, however long it goes on', () => {
    let held: string[] = []
    for (let days = 0; days < 200; days += 1) {
      held.push(dayAfter(days))
      const gone = outdated(held)
      held = held.filter((each) => !gone.includes(each))
      if (days < 60) continue
      expect(held).toHaveLength(11)
      expect(held.slice(-7)).toEqual(Array.from({ length: 7 }, (_, index) => dayAfter(days - 6 + index)))
      const oldest = Date.parse(dayAfter(days)) - Date.parse(held[0] ?? '')
      expect(oldest / day).toBeGreaterThanOrEqual(21)
    }
    // Days on which nobody worked cost nothing.
    expect(outdated(['2026-01-05', '2026-02-05', '2026-03-05'])).toEqual([])
  })
})
