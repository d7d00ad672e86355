import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openWorkspace } from '../../../storage/library/open-workspace.ts'
import type { Workspace, WorkspaceEvent } from '../../../storage/library/workspace.ts'
import { storyIdSchema } from '../../../storage/model/ids.ts'
import type { LedgerEntry } from '../../../storage/model/ledger.ts'
import { slugSchema } from '../../../storage/model/record.ts'
import type { Settings } from '../../../storage/model/settings.ts'
import { english } from '../../fixtures/stories.ts'
import { FaultyFileSystem } from '../files/faulty-file-system.ts'
import { newWorkspace } from './workspaces.ts'

type Json = Record<string, unknown>

/** Another program, such as a sync folder or git, makes something else of a file of the workspace. */
async function change(workspace: Workspace, name: string, make: (file: Json) => Json): Promise<void> {
  const path = join(workspace.root, name)
  const { sum: _sum, ...file } = JSON.parse(await readFile(path, 'utf8')) as Json
  await writeFile(path, JSON.stringify(make(file)))
}

const changeSettings = (workspace: Workspace, settings: Partial<Settings>): Promise<void> =>
  change(workspace, 'galley.json', (file) => ({ ...file, settings: { ...(file['settings'] as Json), ...settings } }))

function entry(version: number): LedgerEntry {
  return {
    story: storyIdSchema.parse('0196363a-0000-7000-8000-000000000000'),
    slug: slugSchema.parse('FERRY'),
    headline: 'The ferry is back',
    version,
    at: `2026-04-0${version}T09:00:00.000Z`,
    kind: 'first',
    note: '',
    sha256: 'b'.repeat(64),
    evolvedFrom: null,
    formats: ['html'],
    bundle: 'FERRY',
    manifest: 'a'.repeat(64),
  }
}

const reopened = async (workspace: Workspace): Promise<Workspace> => {
  await workspace.close()
  return openWorkspace(workspace.root)
}

describe('settings that another program changed', () => {
  it('are taken over on looking around, and told', async () => {
    const told: WorkspaceEvent[] = []
    const workspace = await newWorkspace({ onEvent: (event) => told.push(event) })
    await workspace.lookAround()
    expect(told).toEqual([])
    await changeSettings(workspace, { editor: 'Mara Teyf' })
    await workspace.lookAround()
    await workspace.lookAround()
    expect(workspace.settings.editor).toBe('Mara Teyf')
    expect(told).toEqual([{ kind: 'settings', settings: workspace.settings }])
    await workspace.close()
  })

  it('stand under a change that is made here before anybody looked', async () => {
    const workspace = await newWorkspace()
    await changeSettings(workspace, { editor: 'Mara Teyf', trashDays: 90 })
    await workspace.changeSettings({ trashDays: 60 })
    const again = await reopened(workspace)
    expect(again.settings).toMatchObject({ editor: 'Mara Teyf', trashDays: 60 })
    await again.close()
  })

  it('go to the quarantine when they do not hold, and what stands here is written again', async () => {
    const told: WorkspaceEvent[] = []
    const workspace = await newWorkspace({ onEvent: (event) => told.push(event) })
    await workspace.changeSettings({ editor: 'Mara Teyf' })
    await writeFile(join(workspace.root, 'galley.json'), '<<<<<<< HEAD')
    await workspace.lookAround()
    const damaged = told.flatMap((event) => (event.kind === 'damaged' ? [event] : []))
    expect(damaged).toHaveLength(1)
    expect(await readFile(damaged[0]?.quarantined ?? '', 'utf8')).toBe('<<<<<<< HEAD')
    const again = await reopened(workspace)
    expect(again.settings.editor).toBe('Mara Teyf')
    await again.close()
  })

  it('are left alone when a later Galley wrote them', async () => {
    const workspace = await newWorkspace()
    const path = join(workspace.root, 'galley.json')
    await writeFile(path, '{"format":7}')
    await workspace.lookAround()
    await expect(workspace.changeSettings({ trashDays: 60 })).rejects.toMatchObject({ code: 'newer_format' })
    expect(await readFile(path, 'utf8')).toBe('{"format":7}')
    await workspace.close()
  })

  it('are not mistaken for a change of ours that the disk refused after it had taken it', async () => {
    const fs = new FaultyFileSystem()
    const told: WorkspaceEvent[] = []
    const workspace = await newWorkspace({ fileSystem: fs, onEvent: (event) => told.push(event) })
    fs.fault = (call) => (call === 'syncFolder' ? 'EIO' : null)
    await expect(workspace.changeSettings({ editor: 'Mara Teyf' })).rejects.toMatchObject({ code: 'disk_refused' })
    fs.fault = () => null
    await workspace.lookAround()
    expect(told).toEqual([])
    expect(workspace.settings.editor).toBe('')
    await workspace.close()
  })
})

it('names that another program added stand beside those that are added here', async () => {
  const workspace = await newWorkspace()
  await workspace.addEntity({ kind: 'person', name: 'Ana Leso', role: '' })
  await change(workspace, 'authority.json', ({ entities, ...file }) => {
    const [first] = entities as Json[]
    const id = '0196363a-0000-7000-8000-00000000000a'
    return { ...file, entities: [first, { ...first, id, name: 'Ivo Ket' }] }
  })
  await workspace.addEntity({ kind: 'person', name: 'Mara Teyf', role: '' })
  const again = await reopened(workspace)
  for (const query of ['Ana', 'Ivo', 'Mara']) {
    expect(again.searchEntities({ query, kind: null, limit: 5 })).toHaveLength(1)
  }
  await again.close()
})

it('no line goes from the ledger that was entered here or by another program', async () => {
  const workspace = await newWorkspace()
  await workspace.ledger.append([entry(1)])
  await workspace.ledger.append([entry(3)])
  await change(workspace, 'published/2026-04.json', (file) => ({ ...file, entries: [entry(1), entry(2)] }))
  await workspace.lookAround()
  expect(await workspace.ledger.read('2026-04')).toEqual([entry(1), entry(2), entry(3)])
  await change(workspace, 'published/2026-04.json', (file) => ({ ...file, entries: [entry(4)] }))
  await workspace.ledger.append([entry(5)])
  const again = await reopened(workspace)
  expect(await again.ledger.read('2026-04')).toEqual([1, 2, 3, 4, 5].map(entry))
  await again.close()
})

it('the trash is not emptied by the days of older settings that were written anew, until the days are set', async () => {
  let clock = new Date('2026-04-14T09:00:00.000Z')
  const options = { now: () => clock }
  const workspace = await newWorkspace(options)
  const { id } = (await workspace.createStory({ language: english })).record
  await workspace.trash(id)
  for (const trashDays of [2, 300]) await workspace.changeSettings({ trashDays })
  await workspace.close()
  await rm(join(workspace.root, 'galley.json'))
  const fallen = await openWorkspace(workspace.root, options)
  await fallen.changeSettings({ editor: 'Mara Teyf' })
  await fallen.close()
  clock = new Date('2026-04-24T09:00:00.000Z')
  const later = await openWorkspace(workspace.root, options)
  expect(await later.trashed()).toHaveLength(1)
  await later.changeSettings({ trashDays: 3 })
  await later.close()
  const last = await openWorkspace(workspace.root, options)
  expect(await last.trashed()).toEqual([])
  expect(await readdir(join(workspace.root, 'trash'))).toEqual([])
  await last.close()
})
