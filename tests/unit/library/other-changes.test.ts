import { currentFormat } from '../../../storage/model/migrations/index.ts'
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FileSystem } from '../../../storage/files/file-system.ts'
import { dailyBackup } from '../../../storage/library/backup/daily-backup.ts'
import { storyPlaces } from '../../../storage/library/places.ts'
import type { StoryPlaces } from '../../../storage/library/places.ts'
import type { OpenStory, Workspace, WorkspaceEvent } from '../../../storage/library/workspace.ts'
import type { StoryAuthority } from '../../../storage/journal/authority.ts'
import type { StoryId } from '../../../storage/model/ids.ts'
import { headlineOf } from '../../../storage/model/summary.ts'
import { english } from '../../fixtures/stories.ts'
import { FaultyFileSystem } from '../files/faulty-file-system.ts'
import { typing, window1, window2 } from '../journal/entries.ts'
import { crashed } from './crash.ts'
import { newWorkspace, reopen } from './workspaces.ts'

interface Desk {
  readonly workspace: Workspace
  readonly id: StoryId
  readonly places: StoryPlaces
  readonly story: OpenStory
  readonly told: WorkspaceEvent[]
}

/** An open story whose saved file and headline say `ours`. Snapshots come only when they are asked for. */
async function desk(fileSystem?: FileSystem): Promise<Desk> {
  const told: WorkspaceEvent[] = []
  const workspace = await newWorkspace({
    onEvent: (event) => told.push(event),
    snapshotTimes: { quiet: 60_000, longest: 60_000 },
    ...(fileSystem === undefined ? {} : { fileSystem }),
  })
  const { id } = (await workspace.createStory({ language: english })).record
  const story = await workspace.openStory(id)
  await write(story.authority, 'ours')
  await story.authority.flush()
  return { workspace, id, places: storyPlaces(workspace.root, id), story, told }
}

function write(authority: StoryAuthority, text: string): Promise<unknown> {
  return authority.receive(authority.version, typing(authority.document, text), window1)
}

/** Another program puts another text, and whatever else, in a story's file. */
async function change(places: StoryPlaces, text: string, more: (file: FileJson) => object = () => ({})): Promise<void> {
  const { sum: _sum, ...file } = JSON.parse(await readFile(places.file, 'utf8')) as FileJson
  const changed = JSON.parse(JSON.stringify(file).replace(/"text":"[^"]*"/, `"text":"${text}"`)) as FileJson
  await writeFile(places.file, JSON.stringify({ ...changed, ...more(changed) }))
}

interface FileJson {
  readonly record: Record<string, unknown>
  readonly sequence: number
  readonly sum?: string
}

const onDisk = async ({ workspace, id, places }: Desk): Promise<string> => {
  await workspace.close()
  const { workspace: again } = await reopen(workspace.root)
  const headline = headlineOf((await again.readStory(id)).document)
  await again.close()
  expect(JSON.parse(await readFile(places.previous, 'utf8'))).toMatchObject({ format: currentFormat })
  return headline
}

const versionsOf = async ({ workspace, id }: Desk): Promise<string[]> => {
  const versions = await workspace.versions(id)
  const stories = await Promise.all(versions.map(({ number }) => workspace.readVersion(id, number)))
  return stories.map(({ document }, at) => `${versions[at]?.kind ?? ''}: ${headlineOf(document)}`)
}

const outcomes = (told: readonly WorkspaceEvent[]): string[] =>
  told.map(({ kind }) => kind).filter((kind) => !['summary', 'version'].includes(kind))

describe('a story whose file another program changed', () => {
  it('is taken over when nothing is unsaved, by a change that windows follow', async () => {
    const given = await desk()
    const { workspace, story, places, told } = given
    const heard: string[] = []
    story.authority.subscribe(({ kind }) => heard.push(kind))
    await change(places, 'theirs', ({ record }) => ({ record: { ...record, desk: 'Foreign' } }))
    await workspace.lookAround()
    expect([headlineOf(story.authority.document), story.authority.record.desk]).toEqual(['theirs', 'Foreign'])
    expect(heard).toEqual(expect.arrayContaining(['steps', 'record', 'snapshot']))
    expect(outcomes(told)).toEqual(['reloaded'])
    expect(await versionsOf(given)).toEqual(['other_change: ours'])
    await workspace.lookAround()
    expect(outcomes(told)).toEqual(['reloaded'])
    await write(story.authority, 'still ')
    expect(await onDisk(given)).toBe('still theirs')
  })

  it('keeps no version of what others only went on with, nor of what they made before', async () => {
    const given = await desk()
    const { workspace, places, told } = given
    await change(places, 'ours and theirs')
    await workspace.lookAround()
    for (const text of ['theirs alone', 'theirs']) {
      await change(places, text)
      await workspace.lookAround()
    }
    expect(outcomes(told)).toEqual(['reloaded', 'reloaded', 'reloaded'])
    expect(await versionsOf(given)).toEqual([])
    expect(await onDisk(given)).toBe('theirs')
  })

  it('says nothing when only the layout changed', async () => {
    const given = await desk()
    await change(given.places, 'ours')
    await given.workspace.lookAround()
    await write(given.story.authority, 'more of ')
    await given.story.authority.flush()
    expect(outcomes(given.told)).toEqual([])
    expect(await onDisk(given)).toBe('more of ours')
  })

  const moments: [string, (desk: Desk) => Promise<unknown>][] = [
    ['when it is noticed', ({ workspace }) => workspace.lookAround()],
    ['before the next snapshot', ({ story }) => story.authority.flush()],
    ['before it is let go', ({ story }) => story.close()],
    ['before the workspace is closed', ({ workspace }) => workspace.close()],
  ]
  it.each(moments)('is kept beside ours when something is unsaved, %s', async (_, moment) => {
    const given = await desk()
    await write(given.story.authority, 'only ')
    await change(given.places, 'theirs', ({ sequence }) => ({ sequence: sequence + 40 }))
    await moment(given)
    expect(outcomes(given.told)).toEqual(['both_kept'])
    const [both] = given.told.filter((event) => event.kind === 'both_kept')
    expect(both).toMatchObject({ ours: { kind: 'other_change' }, theirs: { kind: 'other_change', by: '' } })
    expect(await onDisk(given)).toBe('only ours')
    expect(await versionsOf(given)).toEqual(['other_change: only ours', 'other_change: theirs'])
  })

  it('is kept beside ours when it came in the very moment of a snapshot', async () => {
    const disk = new FaultyFileSystem()
    const given = await desk(disk)
    await write(given.story.authority, 'only ')
    const slow = disk.rename.bind(disk)
    disk.rename = async (from, to) => {
      if (to === given.places.previous) await change(given.places, 'theirs')
      disk.rename = slow
      await slow(from, to)
    }
    await given.story.authority.flush()
    expect(outcomes(given.told)).toEqual(['both_kept'])
    expect(await versionsOf(given)).toEqual(['other_change: only ours', 'other_change: theirs'])
    expect(await onDisk(given)).toBe('only ours')
  })

  it('is not written over while the versions cannot be kept', async () => {
    const disk = new FaultyFileSystem()
    const given = await desk(disk)
    await write(given.story.authority, 'only ')
    await change(given.places, 'theirs')
    disk.fault = (call, path) => (call === 'write' && path.includes('versions') ? 'ENOSPC' : null)
    await expect(given.story.authority.flush()).rejects.toMatchObject({ code: 'disk_full' })
    expect(await readFile(given.places.file, 'utf8')).toContain('theirs')
    expect(given.story.authority.saved).toMatchObject({
      state: 'saved',
      warning: expect.stringMatching(/full/) as string,
    })
    disk.fault = () => null
    await given.story.authority.flush()
    expect(given.story.authority.saved).not.toHaveProperty('warning')
    expect(await onDisk(given)).toBe('only ours')
  })

  it('keeps what a window was typing at that moment, though it cannot be taken as it is', async () => {
    const given = await desk()
    const { workspace, story, places, told } = given
    const { version, document } = story.authority
    await change(places, 'theirs')
    await workspace.lookAround()
    const late = await story.authority.receive(version, typing(document, 'unsent '), window2)
    expect(late.outcome).toBe('behind')
    await expect.poll(() => outcomes(told)).toEqual(['reloaded', 'both_kept'])
    expect(await versionsOf(given)).toContain('other_change: unsent ours')
    expect(await onDisk(given)).toBe('theirs')
  })
})

describe('a story that is watched', () => {
  it('is taken over without anybody asking, and left in peace once it is closed', async () => {
    const told: WorkspaceEvent[] = []
    const workspace = await newWorkspace({ watch: true, onEvent: (event) => told.push(event) })
    const { id } = (await workspace.createStory({ language: english })).record
    const places = storyPlaces(workspace.root, id)
    const story = await workspace.openStory(id)
    await write(story.authority, 'ours')
    await story.authority.flush()
    await change(places, 'theirs')
    await expect.poll(() => headlineOf(story.authority.document)).toBe('theirs')
    await story.close()
    await change(places, 'theirs again')
    await workspace.trash(id)
    expect(outcomes(told)).toEqual(['reloaded', 'removed'])
    await workspace.close()
  })
})

describe('a file that another program left and that is no story of ours', () => {
  const files: [string, (places: StoryPlaces) => Promise<void>][] = [
    ['damaged', ({ file }) => writeFile(file, '{"format":1,"version"')],
    ['empty', ({ file }) => writeFile(file, '')],
    [
      'of another story',
      async ({ file }) => writeFile(file, (await readFile(file, 'utf8')).replace(/"id": "01/, '"id": "00')),
    ],
  ]
  it.each(files)('is put aside when it is %s, saved or not', async (_, damage) => {
    for (const text of ['', 'only ']) {
      const given = await desk()
      if (text !== '') await write(given.story.authority, text)
      await damage(given.places)
      const left = await readFile(given.places.file)
      await given.workspace.lookAround()
      const [event] = given.told.filter((each) => each.kind === 'damaged')
      expect(await readFile(event?.quarantined ?? '')).toEqual(left)
      expect(await onDisk(given)).toBe(`${text}ours`)
    }
  })

  it('is left alone when a newer Galley wrote it, with a warning, and ours is kept as a version', async () => {
    const given = await desk()
    const { workspace, story, places } = given
    const newer = '{"format":99,"choir":true}'
    await writeFile(places.file, newer)
    await workspace.lookAround()
    await write(story.authority, 'only ')
    expect(story.authority.saved).toMatchObject({
      state: 'saved',
      warning: expect.stringMatching(/newer Galley/) as string,
    })
    await expect(story.close()).rejects.toMatchObject({ code: 'newer_format' })
    expect(await readFile(places.file, 'utf8')).toBe(newer)
    expect(await versionsOf(given)).toEqual(['other_change: only ours'])
    await expect(workspace.openStory(given.id)).rejects.toMatchObject({ code: 'newer_format' })
    await workspace.close()
  })
})

describe('a story whose files another program took away', () => {
  const losses: [string, (desk: Desk) => Promise<unknown>][] = [
    ['its file is deleted', ({ places }) => rm(places.file)],
    ['its file is renamed', ({ places }) => rename(places.file, `${places.file} (conflict)`)],
    ['its journal is deleted', ({ places }) => rm(places.journal)],
    ['its journal is renamed', ({ places }) => rename(places.journal, `${places.journal}.old`)],
    ['its journal is emptied', ({ places }) => writeFile(places.journal, '')],
    ['its journal is replaced', ({ places }) => writeFile(places.journal, '{"sum":"0","entry":{}}\n'.repeat(400))],
    ['its folder is deleted', ({ places }) => rm(places.folder, { recursive: true })],
    ['its folder is moved away', ({ places, workspace }) => rename(places.folder, join(workspace.root, 'elsewhere'))],
  ]
  it.each(losses)('loses nothing that is acknowledged when %s', async (_, lose) => {
    for (const unsaved of [false, true]) {
      const given = await desk()
      const { story, workspace, id } = given
      if (unsaved) await write(story.authority, 'only ')
      await lose(given)
      expect(await write(story.authority, 'and ')).toMatchObject({ outcome: 'accepted' })
      const { workspace: after } = await reopen(await crashed(workspace))
      expect(headlineOf((await after.openStory(id)).authority.document)).toBe(unsaved ? 'and only ours' : 'and ours')
      await after.close()
      expect(await onDisk(given)).toBe(unsaved ? 'and only ours' : 'and ours')
    }
  })

  it('keeps the journal of another program aside, untouched', async () => {
    const given = await desk()
    const strange = '{"sum":"0","entry":{}}\n'.repeat(400)
    await writeFile(`${given.places.journal}.new`, strange)
    await rename(`${given.places.journal}.new`, given.places.journal)
    await write(given.story.authority, 'and ')
    const aside = await readdir(join(given.workspace.root, 'quarantine'), { recursive: true })
    const journal = aside.find((name) => name.endsWith('journal.ndjson')) ?? ''
    expect(await readFile(join(given.workspace.root, 'quarantine', journal), 'utf8')).toBe(strange)
    await given.workspace.close()
  })

  it('has its file again once that is noticed, with nothing to recover', async () => {
    const given = await desk()
    await rm(given.places.folder, { recursive: true })
    await given.workspace.lookAround()
    const { workspace } = await reopen(await crashed(given.workspace))
    expect((await workspace.openStory(given.id)).recovery).toBeNull()
    await workspace.close()
    await given.workspace.close()
  })

  it('is let go when another program trashed it, unless something was unsaved', async () => {
    for (const unsaved of [false, true]) {
      const given = await desk()
      const { story, places, workspace, id } = given
      if (unsaved) await write(story.authority, 'only ')
      await mkdir(join(workspace.root, 'trash'))
      await rename(places.folder, join(workspace.root, 'trash', id))
      await workspace.lookAround()
      expect(outcomes(given.told)).toEqual(unsaved ? [] : ['removed'])
      const typed = write(story.authority, 'x')
      await (unsaved ? typed : expect(typed).rejects.toMatchObject({ code: 'not_found' }))
      const list = await workspace.list({ query: '', limit: 10 })
      expect([list.total, list.unreadable]).toEqual([unsaved ? 1 : 0, []])
      await workspace.close()
    }
  })

  it('is saved again when the disk of the workspace is back', async () => {
    const given = await desk()
    const { story, workspace } = given
    await write(story.authority, 'only ')
    await rename(workspace.root, `${workspace.root}-unplugged`)
    await expect(write(story.authority, 'x')).rejects.toMatchObject({ code: 'disk_refused' })
    await expect(story.authority.flush()).rejects.toMatchObject({ code: 'disk_refused' })
    expect(story.authority.saved.state).toBe('failing')
    await mkdir(workspace.root)
    const acts = [
      () => write(story.authority, 'x'),
      () => workspace.createStory({ language: english }),
      () => workspace.changeSettings({ editor: 'Mara Teyf' }),
      () => workspace.addEntity({ kind: 'person', name: 'Mara Teyf', role: '' }),
      () => workspace.nameVersion(given.id, 'Before the disk went'),
      () => dailyBackup(workspace, new Date()),
    ]
    for (const act of acts) await expect(act()).rejects.toMatchObject({ code: 'disk_refused' })
    expect(await readdir(workspace.root)).toEqual([])
    await rm(workspace.root, { recursive: true })
    await rename(`${workspace.root}-unplugged`, workspace.root)
    await write(story.authority, 'and ')
    await story.authority.flush()
    expect(story.authority.saved).toEqual({ state: 'saved', at: story.authority.record.updated })
    expect(await onDisk(given)).toBe('and only ours')
  })
})

describe('a story whose file was changed while nobody had it open', () => {
  it('stands as the other program left it, with ours as a version', async () => {
    const given = await desk()
    await given.workspace.close()
    await change(given.places, 'theirs')
    const { workspace } = await reopen(given.workspace.root)
    const story = await workspace.openStory(given.id)
    expect([headlineOf(story.authority.document), story.recovery]).toEqual(['theirs', null])
    expect(await versionsOf({ ...given, workspace })).toEqual(['other_change: ours'])
    await write(story.authority, 'still ')
    expect(await onDisk({ ...given, workspace })).toBe('still theirs')
  })

  it.each([-3, 0, 40])('after a crash, keeps every acknowledged change, its sequence being off by %i', async (off) => {
    const given = await desk()
    for (const text of ['this ', 'and ', 'only ']) await write(given.story.authority, text)
    await given.story.authority.flush()
    await write(given.story.authority, 'see ')
    const root = await crashed(given.workspace)
    await given.workspace.close()
    const places = storyPlaces(root, given.id)
    await change(places, 'theirs', ({ sequence }) => ({ sequence: sequence + off }))
    const { workspace } = await reopen(root)
    expect(headlineOf((await workspace.readStory(given.id)).document)).toBe('theirs')
    const { authority } = await workspace.openStory(given.id)
    expect(headlineOf(authority.document)).toBe('theirs')
    expect(await versionsOf({ ...given, workspace })).toEqual(['other_change: see only and this ours'])
    expect(await onDisk({ ...given, workspace, places })).toBe('theirs')
  })

  it('keeps ours where there is no room for a version', async () => {
    const given = await desk()
    await given.workspace.close()
    await change(given.places, 'theirs')
    const disk = new FaultyFileSystem()
    disk.fault = (call, path) => (call === 'write' && path.includes('versions') ? 'ENOSPC' : null)
    const { workspace } = await reopen(given.workspace.root, disk)
    const story = await workspace.openStory(given.id)
    expect(headlineOf(story.authority.document)).toBe('ours')
    await write(story.authority, 'only ')
    await expect(story.authority.flush()).rejects.toMatchObject({ code: 'disk_full' })
    disk.fault = () => null
    await story.close()
    expect(await versionsOf({ ...given, workspace })).toEqual(['other_change: only ours', 'other_change: theirs'])
    expect(await onDisk({ ...given, workspace })).toBe('only ours')
  })
})
