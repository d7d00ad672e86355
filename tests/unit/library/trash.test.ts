import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openWorkspace } from '../../../storage/library/open-workspace.ts'
import { storyPlaces, trashPlaces } from '../../../storage/library/places.ts'
import type { Workspace } from '../../../storage/library/workspace.ts'
import type { StoryId } from '../../../storage/model/ids.ts'
import { headlineOf } from '../../../storage/model/summary.ts'
import { english, sampleDocument } from '../../fixtures/stories.ts'
import { FaultyFileSystem } from '../files/faulty-file-system.ts'
import { typing, window1 } from '../journal/entries.ts'
import { newWorkspace, type } from './workspaces.ts'

const listed = async (workspace: Workspace): Promise<StoryId[]> =>
  (await workspace.list({ query: '', limit: 10 })).stories.map(({ id }) => id)

/** A workspace with two stories, and a clock that the test sets. */
async function desk(): Promise<{
  workspace: Workspace
  first: StoryId
  second: StoryId
  setClock: (at: string) => void
}> {
  let clock = new Date('2026-04-14T09:00:00.000Z')
  const workspace = await newWorkspace({ now: () => clock })
  await workspace.changeSettings({ editor: 'Մարա Թեյֆ' })
  const first = (await workspace.createStory({ language: english, document: sampleDocument() })).record.id
  const second = (await workspace.createStory({ language: english })).record.id
  return { workspace, first, second, setClock: (at) => (clock = new Date(at)) }
}

describe('the trash', () => {
  it('takes a story out of lists and searches, and gives it back as it was', async () => {
    const { workspace, first, second } = await desk()
    await type(workspace, first, 'Ու ')
    const before = await workspace.readStory(first)
    const files = await readdir(storyPlaces(workspace.root, first).folder)
    await workspace.trash(first)
    expect(await listed(workspace)).toEqual([second])
    expect((await workspace.list({ query: 'ferry', limit: 5 })).total).toBe(0)
    await expect(workspace.openStory(first)).rejects.toMatchObject({ code: 'not_found' })
    expect(await workspace.trashed()).toEqual([
      {
        id: first,
        slug: before.record.slug,
        headline: 'Ու The ferry at Vernashat returns',
        at: '2026-04-14T09:00:00.000Z',
        by: 'Մարա Թեյֆ',
      },
    ])
    await workspace.restoreFromTrash(first)
    expect(await workspace.trashed()).toEqual([])
    const after = await workspace.readStory(first)
    expect(after.record).toEqual(before.record)
    expect(after.document.eq(before.document)).toBe(true)
    expect(await readdir(storyPlaces(workspace.root, first).folder)).toEqual(files)
    await workspace.close()
  })

  it('saves and closes a story that is open, and loses nothing that was acknowledged', async () => {
    const { workspace, second } = await desk()
    const open = await workspace.openStory(second)
    await open.authority.receive(0, typing(open.authority.document, 'Բարև 🛶'), window1)
    await workspace.trash(second)
    const late = open.authority.receive(1, typing(open.authority.document, 'late'), window1)
    await expect(late).rejects.toMatchObject({ code: 'not_found' })
    await workspace.restoreFromTrash(second)
    const again = await workspace.openStory(second)
    // The handle from before the trash lets go of nothing that others opened since.
    await open.close()
    await again.authority.receive(1, typing(again.authority.document, 'Ա'), window1)
    await again.close()
    expect(headlineOf((await workspace.readStory(second)).document)).toBe('ԱԲարև 🛶')
    await workspace.close()
  })

  it('keeps a story for as many days as were asked for, and removes it at the next opening', async () => {
    const { workspace, first, second, setClock } = await desk()
    await workspace.trash(first)
    setClock('2026-04-20T09:00:00.000Z')
    await workspace.trash(second)
    setClock('2026-04-21T08:59:59.999Z')
    expect(await workspace.emptyTrash(7)).toEqual([])
    setClock('2026-04-21T09:00:00.000Z')
    expect(await workspace.emptyTrash(7)).toEqual([first])
    await workspace.changeSettings({ trashDays: 2 })
    await workspace.close()
    const reopened = await openWorkspace(workspace.root, { now: () => new Date('2026-04-22T10:00:00.000Z') })
    expect(await reopened.trashed()).toEqual([])
    expect(await readdir(join(workspace.root, 'trash'))).toEqual([])
    await reopened.close()
  })

  it.each(['damaged', 'gone'])('is not emptied by an older setting when the newest is %s', async (how) => {
    const { workspace, first } = await desk()
    await workspace.trash(first)
    for (const trashDays of [2, 300]) await workspace.changeSettings({ trashDays })
    await workspace.close()
    const newest = join(workspace.root, 'galley.json')
    if (how === 'gone') await rm(newest)
    else await writeFile(newest, '{"form')
    for (const day of ['22', '23']) {
      const opened = await openWorkspace(workspace.root, { now: () => new Date(`2026-04-${day}T10:00:00.000Z`) })
      expect((await opened.trashed()).map(({ id }) => id)).toEqual([first])
      await opened.close()
    }
  })

  it('is thirty days in a workspace of before there was a trash', async () => {
    const { workspace } = await desk()
    await workspace.close()
    for (const name of ['galley.json', 'galley.prev.json']) {
      const path = join(workspace.root, name)
      const { sum: _sum, ...file } = JSON.parse(await readFile(path, 'utf8')) as {
        settings: { trashDays?: number }
        sum: string
      }
      delete file.settings.trashDays
      await writeFile(path, JSON.stringify(file))
    }
    const opened = await openWorkspace(workspace.root)
    expect(opened.settings).toMatchObject({ trashDays: 30, editor: 'Մարա Թեյֆ' })
    await opened.close()
  })

  it('lists and gives back a story whose file or note cannot be read', async () => {
    const { workspace, first } = await desk()
    await workspace.trash(first)
    const places = trashPlaces(workspace.root, first)
    await writeFile(places.file, 'x')
    await writeFile(places.previous, 'y')
    await writeFile(join(places.folder, 'trashed.json'), '{')
    expect(await workspace.trashed()).toMatchObject([{ id: first, slug: '', headline: '', by: '' }])
    await workspace.restoreFromTrash(first)
    expect(await readFile(storyPlaces(workspace.root, first).file, 'utf8')).toBe('x')
    await workspace.close()
  })

  it('refuses what is not there and what is there already', async () => {
    const { workspace, first, second } = await desk()
    await expect(workspace.restoreFromTrash(first)).rejects.toMatchObject({ code: 'not_found' })
    await workspace.trash(first)
    await expect(workspace.trash(first)).rejects.toMatchObject({ code: 'not_found' })
    await mkdir(trashPlaces(workspace.root, second).folder)
    await expect(workspace.trash(second)).rejects.toMatchObject({ code: 'destination_exists' })
    expect(await listed(workspace)).toEqual([second])
    await workspace.close()
  })

  it('leaves a story in one place, whole, whichever call of the disk fails', async () => {
    const { workspace, first } = await desk()
    await workspace.close()
    for (let at = 1, failed = true; failed; at += 1) {
      const fs = new FaultyFileSystem()
      const opened = await openWorkspace(workspace.root, { fileSystem: fs })
      let calls = 0
      fs.fault = () => ((calls += 1) === at ? 'EIO' : null)
      const told = await opened.trash(first).catch((error: unknown) => error)
      failed = told !== undefined
      fs.fault = () => null
      if (failed) expect(told).toMatchObject({ code: 'disk_refused' })
      const inTrash = (await opened.trashed()).some(({ id }) => id === first)
      expect((await listed(opened)).includes(first)).toBe(!inTrash)
      if (inTrash) await opened.restoreFromTrash(first)
      expect(headlineOf((await opened.readStory(first)).document)).toBe('The ferry at Vernashat returns')
      await opened.close()
    }
  })
})
