import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createWorkspace, openWorkspace } from '../../../storage/library/open-workspace.ts'
import { storyPlaces } from '../../../storage/library/places.ts'
import type { WorkspaceEvent } from '../../../storage/library/workspace.ts'
import type { LedgerEntry } from '../../../storage/model/ledger.ts'
import { storyIdSchema } from '../../../storage/model/ids.ts'
import { slugSchema } from '../../../storage/model/record.ts'
import { english, sampleDocument } from '../../fixtures/stories.ts'
import { FaultyFileSystem } from '../files/faulty-file-system.ts'
import { temporaryFolder } from '../files/temporary-folder.ts'
import { typing, window1 } from '../journal/entries.ts'
import { closedWorkspace, newWorkspace, reopen } from './workspaces.ts'

describe('making and opening a workspace', () => {
  it('makes one in an empty folder only, and opens it again', async () => {
    const workspace = await newWorkspace()
    expect(JSON.parse(await readFile(join(workspace.root, 'galley.json'), 'utf8'))).toMatchObject({
      format: 1,
      name: 'The desk',
      settings: { language: 'en' },
    })
    await workspace.close()
    const again = createWorkspace(workspace.root, { name: 'Another', language: english })
    await expect(again).rejects.toMatchObject({ code: 'destination_exists' })
    const opened = await openWorkspace(workspace.root)
    expect(opened.name).toBe('The desk')
    await opened.close()
    await opened.close()
    expect(await readdir(workspace.root)).toEqual(['galley.json', 'galley.prev.json'])
  })

  it('is opened once at a time, and free again when opening failed', async () => {
    const workspace = await newWorkspace({ holder: 'the first desk' })
    await expect(openWorkspace(workspace.root)).rejects.toThrow(/the first desk \(process \d+\)/)
    await workspace.close()
    await writeFile(join(workspace.root, 'authority.json'), '{"format":7}')
    await expect(openWorkspace(workspace.root)).rejects.toMatchObject({ code: 'newer_format' })
    expect(await readdir(workspace.root)).not.toContain('.lock')
  })

  it('leaves no file in a folder that is no workspace', async () => {
    const folder = await temporaryFolder()
    await expect(openWorkspace(folder)).rejects.toMatchObject({ code: 'workspace_missing' })
    await expect(openWorkspace(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'workspace_missing' })
    expect(await readdir(folder)).toEqual([])
  })

  it('refuses a newer workspace and leaves it as it is', async () => {
    const { root } = await closedWorkspace()
    const file = join(root, 'galley.json')
    await writeFile(file, '{"format":2,"name":"Later","choir":true}')
    await expect(openWorkspace(root)).rejects.toMatchObject({ code: 'newer_format' })
    expect(await readFile(file, 'utf8')).toBe('{"format":2,"name":"Later","choir":true}')
  })

  it.each(['', '{"format":1', '\0\0\0\0', '[]'])(
    'takes the settings before when galley.json holds %j',
    async (content) => {
      const workspace = await newWorkspace()
      await workspace.changeSettings({ editor: 'Mara Teyf' })
      await workspace.changeSettings({ theme: 'dark' })
      await workspace.close()
      await writeFile(join(workspace.root, 'galley.json'), content)
      const { workspace: opened, damage } = await reopen(workspace.root)
      expect(opened.settings).toMatchObject({ editor: 'Mara Teyf', theme: 'system' })
      expect(await readFile(damage[0]?.quarantined ?? '', 'utf8')).toBe(content)
      await opened.changeSettings({ theme: 'light' })
      await opened.close()
      expect((await reopen(workspace.root)).workspace.settings.theme).toBe('light')
    },
  )

  it('says that it is damaged when no generation is left, and moves nothing', async () => {
    const { root } = await closedWorkspace()
    await writeFile(join(root, 'galley.prev.json'), '')
    await writeFile(join(root, 'galley.json'), 'no json')
    await expect(openWorkspace(root)).rejects.toMatchObject({ code: 'workspace_damaged' })
    expect(await readFile(join(root, 'galley.json'), 'utf8')).toBe('no json')
  })

  it('says so when the disk refuses to make it, and leaves no half of one', async () => {
    const folder = join(await temporaryFolder(), 'new')
    const fileSystem = new FaultyFileSystem()
    fileSystem.fault = (call, path) => (call === 'write' && path.includes('galley.json') ? 'ENOSPC' : null)
    const about = { name: 'The desk', language: english }
    await expect(createWorkspace(folder, about, { fileSystem })).rejects.toMatchObject({ code: 'disk_full' })
    const workspace = await createWorkspace(folder, about)
    await workspace.close()
  })
})

describe('stories', () => {
  it('lie where their id says, readable', async () => {
    const workspace = await newWorkspace({ now: () => new Date('2026-11-05T10:00:00Z') })
    const { record } = await workspace.createStory({ language: english, document: sampleDocument(), desk: 'Foreign' })
    const file = join(workspace.root, 'stories/2026/11', record.id, 'story.json')
    const text = await readFile(file, 'utf8')
    expect(text.split('\n').length).toBeGreaterThan(100)
    expect(JSON.parse(text)).toMatchObject({ format: 2, version: 0, sequence: 0, record: { desk: 'Foreign' } })
    expect(record.slug).toMatch(/FERRY/)
    await workspace.close()
  })

  it('are refused whole when a field or a node does not hold', async () => {
    const workspace = await newWorkspace()
    const bad = { language: english, urgency: 12 }
    await expect(workspace.createStory(bad)).rejects.toMatchObject({ code: 'invalid_input' })
    const document = sampleDocument()
    const headless = document.copy(document.content.cut(document.child(0).nodeSize))
    await expect(workspace.createStory({ language: english, document: headless })).rejects.toMatchObject({
      code: 'invalid_input',
    })
    expect((await workspace.list({ query: '', limit: 10 })).total).toBe(0)
    await workspace.close()
  })

  it('leave nothing half-made when the disk is full', async () => {
    const fileSystem = new FaultyFileSystem()
    const workspace = await newWorkspace({ fileSystem })
    for (const nth of [1, 2]) {
      let writes = 0
      fileSystem.fault = (call) => (call === 'write' && ++writes === nth ? 'ENOSPC' : null)
      await expect(workspace.createStory({ language: english })).rejects.toMatchObject({ code: 'disk_full' })
    }
    fileSystem.fault = () => null
    expect(await workspace.list({ query: '', limit: 10 })).toMatchObject({ total: 0, stories: [], unreadable: [] })
    await workspace.close()
  })

  it('have one authority however many open them, until the last has closed', async () => {
    const workspace = await newWorkspace()
    const { id } = (await workspace.createStory({ language: english })).record
    const [first, second] = await Promise.all([workspace.openStory(id), workspace.openStory(id)])
    expect(first.authority).toBe(second.authority)
    await first.close()
    await first.close()
    await second.authority.receive(0, typing(second.authority.document, 'A'), window1)
    expect((await workspace.readStory(id)).version).toBe(1)
    const [, third] = await Promise.all([second.close(), workspace.openStory(id)])
    expect(third.authority).not.toBe(first.authority)
    expect(third.authority.version).toBe(1)
    await expect(first.authority.changeRecord({ desk: 'x' })).rejects.toMatchObject({ code: 'not_found' })
    await third.close()
    await workspace.close()
  })

  it('are closed with the workspace, snapshot and all', async () => {
    const workspace = await newWorkspace()
    const { id } = (await workspace.createStory({ language: english })).record
    const { authority } = await workspace.openStory(id)
    await authority.receive(0, typing(authority.document, 'A'), window1)
    await workspace.close()
    const file: unknown = JSON.parse(await readFile(storyPlaces(workspace.root, id).file, 'utf8'))
    expect(file).toMatchObject({ version: 1, sequence: 1 })
  })

  it('that are not there are not found', async () => {
    const workspace = await newWorkspace()
    const id = storyIdSchema.parse('01938f2a-5c00-7d31-9a42-6f0e1b2c3d4f')
    await expect(workspace.openStory(id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(workspace.readStory(id)).rejects.toMatchObject({ code: 'not_found' })
    await workspace.close()
  })
})

describe('names', () => {
  it('are added once and found again after the workspace was closed', async () => {
    const workspace = await newWorkspace()
    const added = await workspace.addEntity({ kind: 'person', name: 'Նարեկ Սաֆարյան', role: 'ferryman' })
    const again = await workspace.addEntity({ kind: 'person', name: 'Նարեկ Սաֆարյան', role: 'ferryman' })
    const other = await workspace.addEntity({ kind: 'person', name: 'Նարեկ Սաֆարյան', role: 'mayor' })
    expect(again).toEqual(added)
    expect(other.id).not.toBe(added.id)
    await expect(workspace.addEntity({ kind: 'place', name: '   ', role: '' })).rejects.toMatchObject({
      code: 'invalid_input',
    })
    await workspace.close()
    const { workspace: opened } = await reopen(workspace.root)
    expect(opened.searchEntities({ query: 'սաֆար', kind: 'person', limit: 9 })).toHaveLength(2)
    await opened.close()
  })

  it('that came at once are all kept', async () => {
    const workspace = await newWorkspace()
    const names = Array.from({ length: 20 }, (_, index) => `Place ${index}`)
    await Promise.all(names.map((name) => workspace.addEntity({ kind: 'place', name, role: '' })))
    await workspace.close()
    const { workspace: opened } = await reopen(workspace.root)
    expect(opened.searchEntities({ query: 'place', kind: null, limit: 99 })).toHaveLength(20)
    await opened.close()
  })
})

describe('settings', () => {
  it('change on disk first, and not at all when the disk refuses', async () => {
    const fileSystem = new FaultyFileSystem()
    const events: WorkspaceEvent[] = []
    const workspace = await newWorkspace({ fileSystem, onEvent: (event) => void events.push(event) })
    const settings = await workspace.changeSettings({ editor: 'Mara Teyf' })
    expect(events).toEqual([{ kind: 'settings', settings }])
    fileSystem.fault = (call) => (call === 'write' ? 'ENOSPC' : null)
    await expect(workspace.changeSettings({ editor: 'X' })).rejects.toMatchObject({ code: 'disk_full' })
    expect(workspace.settings.editor).toBe('Mara Teyf')
    await expect(workspace.changeSettings({ desks: [''] })).rejects.toMatchObject({ code: 'invalid_input' })
    fileSystem.fault = () => null
    await workspace.close()
  })

  it('that an older file lacks have their usual values', async () => {
    const { root } = await closedWorkspace()
    const file = join(root, 'galley.json')
    const content = JSON.parse(await readFile(file, 'utf8')) as { sum: string; settings: Record<string, unknown> }
    const { settings, sum: _sum, ...rest } = content
    const { theme: _theme, ...older } = settings
    await writeFile(file, JSON.stringify({ ...rest, settings: older }))
    const { workspace } = await reopen(root)
    expect(workspace.settings.theme).toBe('system')
    await workspace.close()
  })
})

describe('the ledger', () => {
  const entry = (at: string, version: number): LedgerEntry => ({
    version,
    at,
    kind: 'first',
    note: '',
    sha256: 'c'.repeat(64),
    story: storyIdSchema.parse('01938f2a-5c00-7d31-9a42-6f0e1b2c3d4e'),
    slug: slugSchema.parse('FERRY'),
    headline: 'The ferry',
    evolvedFrom: null,
    formats: ['ninjs'],
    bundle: 'FERRY_20260414_v1',
    manifest: 'd'.repeat(64),
  })

  it('keeps a file a month, oldest first', async () => {
    const workspace = await newWorkspace()
    await workspace.ledger.append([entry('2026-04-30T23:59:59Z', 1), entry('2026-05-01T00:00:00Z', 2)])
    await workspace.ledger.append([entry('2026-05-02T00:00:00Z', 3)])
    await workspace.close()
    const { workspace: opened } = await reopen(workspace.root)
    expect(await opened.ledger.months()).toEqual(['2026-04', '2026-05'])
    expect((await opened.ledger.read('2026-05')).map(({ version }) => version)).toEqual([2, 3])
    expect(await opened.ledger.read('2026-06')).toEqual([])
    expect(await opened.ledger.read('../galley')).toEqual([])
    await opened.close()
  })
})
