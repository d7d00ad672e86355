import { readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { headlineOf } from '../../../storage/model/summary.ts'
import { closedWorkspace, reopen, type } from './workspaces.ts'

describe('a story with a damaged file', () => {
  const damages: [string, (path: string) => Promise<void>][] = [
    ['cut in half', async (path) => truncate(path, (await stat(path)).size >> 1)],
    ['emptied', (path) => truncate(path, 0)],
    ['zeroed', async (path) => writeFile(path, Buffer.alloc((await stat(path)).size))],
    [
      'changed in one letter of a name',
      async (path) => writeFile(path, (await readFile(path, 'utf8')).replace('headline', 'headlane')),
    ],
    [
      'taken from another story',
      async (path) => writeFile(path, (await readFile(path, 'utf8')).replace(/"id": "01/, '"id": "00')),
    ],
  ]

  it.each(damages)('loses nothing when story.json is %s', async (_, damage) => {
    const { root, id, places } = await closedWorkspace()
    await damage(places.file)
    const content = await readFile(places.file)
    const { workspace, damage: told } = await reopen(root)
    expect(headlineOf((await workspace.readStory(id)).document)).toBe('CBA')
    expect(await readFile(places.file)).toEqual(content)
    const story = await workspace.openStory(id)
    expect(headlineOf(story.authority.document)).toBe('CBA')
    const quarantined = told.map((event) => event.quarantined).find((path) => path !== null)
    expect(await readFile(quarantined ?? '')).toEqual(content)
    await story.close()
    expect(JSON.parse(await readFile(places.file, 'utf8'))).toMatchObject({ version: 3 })
    await workspace.close()
  })

  it('is reported and left in place when no generation is good', async () => {
    const { root, id, places } = await closedWorkspace()
    await writeFile(places.file, 'x')
    await writeFile(places.previous, 'y')
    const { workspace } = await reopen(root)
    await expect(workspace.openStory(id)).rejects.toMatchObject({ code: 'story_damaged' })
    const { stories, unreadable } = await workspace.list({ query: '', limit: 10 })
    expect([stories.length, unreadable.map((one) => one.error.code)]).toEqual([0, ['story_damaged']])
    expect(await readFile(places.file, 'utf8')).toBe('x')
    await workspace.close()
  })

  it('is refused, not rewritten, when a newer Galley saved it', async () => {
    const { root, id, places } = await closedWorkspace()
    const newer = (await readFile(places.file, 'utf8')).replace(/"format": \d+/, '"format": 99')
    await writeFile(places.file, newer)
    const { workspace } = await reopen(root)
    await expect(workspace.openStory(id)).rejects.toMatchObject({ code: 'newer_format' })
    await workspace.close()
    expect(await readFile(places.file, 'utf8')).toBe(newer)
  })

  it('opens when its journal is gone or damaged, and goes on', async () => {
    for (const damage of [rm, (path: string) => writeFile(path, '{"sum":"00000000","entry":{}}\n')]) {
      const { root, id, places } = await closedWorkspace()
      await damage(places.journal)
      const { workspace } = await reopen(root)
      await type(workspace, id, 'D', 'E')
      await workspace.close()
      const again = await reopen(root)
      expect(headlineOf((await again.workspace.readStory(id)).document)).toBe('EDCBA')
      expect(again.damage).toEqual([])
      await again.workspace.close()
    }
  })

  it('keeps a journal aside that goes on past a hole', async () => {
    const { root, id, places } = await closedWorkspace()
    // An old copy of the snapshot, as a sync folder brings back, with no way from there to the journal.
    const { sum: _sum, ...old } = JSON.parse(await readFile(places.file, 'utf8')) as Record<string, unknown>
    for (const path of [places.file, places.previous]) {
      await writeFile(path, JSON.stringify({ ...old, version: 0, sequence: 0 }))
    }
    const journal = await readFile(places.journal)
    const { workspace, damage } = await reopen(root)
    await type(workspace, id, 'D')
    expect(await readFile(damage[0]?.quarantined ?? '')).toEqual(journal)
    await workspace.close()
  })

  it('is free of what a crash left half-written once it was opened', async () => {
    const { root, id, places } = await closedWorkspace()
    await writeFile(join(places.folder, '.story.json.0123456789abcdef.tmp'), '{"for')
    const { workspace } = await reopen(root)
    await (await workspace.openStory(id)).close()
    expect((await readdir(places.folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
    await workspace.close()
  })
})
