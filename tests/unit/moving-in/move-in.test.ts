import { appendFile, cp, mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createWorkspace, openWorkspace } from '../../../storage/library/open-workspace.ts'
import { GalleyError } from '../../../storage/model/errors.ts'
import type { StoryId } from '../../../storage/model/ids.ts'
import { headlineOf } from '../../../storage/model/summary.ts'
import { english } from '../../fixtures/stories.ts'
import { temporaryFolder } from '../files/temporary-folder.ts'
import { type } from '../library/workspaces.ts'
import { countsOf, runMoveIn, storiesIn } from './moving.ts'
import type { Run } from './moving.ts'

/** A workspace, and a folder of files beside it. */
async function beside(files: Readonly<Record<string, string>>): Promise<{ root: string; archive: string }> {
  const folder = await temporaryFolder()
  const [root, archive] = [join(folder, 'desk'), join(folder, 'archive')]
  await (await createWorkspace(root, { name: 'The desk', language: english })).close()
  await mkdir(archive)
  for (const [name, text] of Object.entries(files)) await writeFile(join(archive, name), text)
  return { root, archive }
}

function idsOf({ moved }: Run): StoryId[] {
  return moved.flatMap((file) => (file.outcome === 'refused' ? [] : [file.id]))
}

const text = (headline: string): string => `${headline}\n\nThe ferry bell was hung on Tuesday, in front of the town.\n`

describe('a file that came in before', () => {
  it('is known by what it holds, also in another place, and twice in one folder', async () => {
    const { root, archive } = await beside({ 'a.txt': text('One'), 'b.txt': text('Two'), 'copy of a.txt': text('One') })
    const first = await runMoveIn(root, [archive])
    expect(first.moved.map(({ outcome }) => outcome)).toEqual(['imported', 'imported', 'already'])
    await rename(archive, `${archive} moved`)
    const again = await runMoveIn(root, [`${archive} moved`])
    expect(countsOf(again)).toEqual({ imported: 0, already: 3, refused: 0 })
    expect(idsOf(again)).toEqual(idsOf(first))
  })

  it('is said to be in the trash, and comes in again once it is gone from there', async () => {
    const { root, archive } = await beside({ 'a.txt': text('One') })
    const [id] = idsOf(await runMoveIn(root, [archive]))
    const workspace = await openWorkspace(root)
    if (id !== undefined) await workspace.trash(id)
    await workspace.close()
    expect((await runMoveIn(root, [archive])).moved).toMatchObject([{ outcome: 'already', id, isTrashed: true }])
    const later = await openWorkspace(root)
    await later.emptyTrash(0)
    await later.close()
    expect(countsOf(await runMoveIn(root, [archive])).imported).toBe(1)
  })

  it('and has changed since gives its story the newer text when nobody has worked on it, keeping the older', async () => {
    const { root, archive } = await beside({ 'a.txt': text('One') })
    const [id] = idsOf(await runMoveIn(root, [archive]))
    await writeFile(join(archive, 'a.txt'), text('One, corrected'))
    const changed = await runMoveIn(root, [archive])
    expect(changed.moved).toMatchObject([{ outcome: 'imported', id, as: 'newer', headline: 'One, corrected' }])
    await writeFile(join(archive, 'a.txt'), text('One, corrected twice'))
    expect((await runMoveIn(root, [archive])).moved).toMatchObject([{ id, as: 'newer' }])
    expect(countsOf(await runMoveIn(root, [archive]))).toEqual({ imported: 0, already: 1, refused: 0 })
    const workspace = await openWorkspace(root)
    if (id === undefined) throw new Error('nothing came in')
    expect(headlineOf((await workspace.readStory(id)).document)).toBe('One, corrected twice')
    expect(await workspace.versions(id)).toHaveLength(2)
    await workspace.close()
  })

  it('and has changed since becomes a story of its own when the first one was worked on', async () => {
    const { root, archive } = await beside({ 'a.txt': text('One') })
    const [id] = idsOf(await runMoveIn(root, [archive]))
    const workspace = await openWorkspace(root)
    if (id !== undefined) await type(workspace, id, 'Ours: ')
    await workspace.close()
    await writeFile(join(archive, 'a.txt'), text('One, corrected'))
    const { moved } = await runMoveIn(root, [archive])
    expect(moved).toMatchObject([{ outcome: 'imported', as: 'new', warnings: [{ code: 'changed_since' }] }])
    expect(await storiesIn(root)).toBe(2)
    expect(countsOf(await runMoveIn(root, [archive])).imported).toBe(0)
  })

  it('gets the newer text when the process ended between noting it and putting it in place', async () => {
    const { root, archive } = await beside({ 'a.txt': text('One') })
    await runMoveIn(root, [archive])
    await writeFile(join(archive, 'a.txt'), text('Two'))
    const died = runMoveIn(root, [archive], {
      change: (desk) => ({ ...desk, bringUpToDate: () => Promise.reject(new Error('the process ended')) }),
    })
    await expect(died).rejects.toThrow('the process ended')
    expect((await runMoveIn(root, [archive])).moved).toMatchObject([{ as: 'newer', headline: 'Two' }])
    expect(await storiesIn(root)).toBe(1)
  })

  it('comes in once when the process ended between noting it and storing it', async () => {
    const { root, archive } = await beside({ 'a.txt': text('One'), 'b.txt': text('Two'), 'c.txt': text('Three') })
    let stores = 0
    const died = runMoveIn(root, [archive], {
      change: (desk) => ({
        ...desk,
        store: (id, about, at) => {
          stores += 1
          return stores === 2 ? Promise.reject(new Error('the process ended')) : desk.store(id, about, at)
        },
      }),
    })
    await expect(died).rejects.toThrow('the process ended')
    expect(countsOf(await runMoveIn(root, [archive]))).toEqual({ imported: 1, already: 2, refused: 0 })
    expect(await storiesIn(root)).toBe(3)
  })

  it('is known by the lines that hold when the list of imports is damaged', async () => {
    const { root, archive } = await beside({ 'a.txt': text('One'), 'b.txt': text('Two') })
    await runMoveIn(root, [archive])
    const list = join(root, 'imports.ndjson')
    await appendFile(list, '{"sum":"00000000","import":{"format":1}}\n{"sum":"torn')
    expect(countsOf(await runMoveIn(root, [archive]))).toEqual({ imported: 0, already: 2, refused: 0 })
    await writeFile(join(archive, 'c.txt'), text('Three'))
    await runMoveIn(root, [archive])
    expect(countsOf(await runMoveIn(root, [archive]))).toEqual({ imported: 0, already: 3, refused: 0 })
    expect((await readFile(list, 'utf8')).endsWith('}}\n')).toBe(true)
  })
})

describe('two files with the same bytes', () => {
  it('are told of alike each time, whatever their names make of them', async () => {
    const { root, archive } = await beside({
      'a.docx': text('One'),
      'a.json': '{"a": 1}',
      'b.txt': text('One'),
      'c.txt': '{"a": 1}',
    })
    const first = await runMoveIn(root, [archive])
    expect(first.moved.map(({ outcome }) => outcome)).toEqual(['imported', 'refused', 'already', 'imported'])
    const again = await runMoveIn(root, [archive])
    expect(again.moved.map(({ outcome }) => outcome)).toEqual(['already', 'refused', 'already', 'already'])
  })
})

describe('what is passed over', () => {
  it('is counted: links, hidden files, rubbish, workspaces', async () => {
    const { root, archive } = await beside({ 'a.txt': text('One'), '.hidden': 'x', 'Thumbs.db': 'x' })
    await symlink(archive, join(archive, 'round and round'))
    await cp(root, join(archive, 'old desk'), { recursive: true })
    const { moved, end } = await runMoveIn(root, [archive])
    expect(moved).toHaveLength(1)
    expect(end.skipped).toEqual({ hidden: 1, rubbish: 1, links: 1, workspaces: 1 })
  })
})

describe('a full disk', () => {
  it('ends it, keeps what is in, and says how many were not reached', async () => {
    const names = Array.from({ length: 40 }, (_, n) => `${String(n).padStart(2, '0')}.txt`)
    const { root, archive } = await beside(Object.fromEntries(names.map((name) => [name, text(`Story ${name}`)])))
    let stores = 0
    const run = await runMoveIn(root, [archive], {
      change: (desk) => ({
        ...desk,
        store: (id, about, at) => {
          stores += 1
          return stores > 20
            ? Promise.reject(new GalleyError('disk_full', 'The disk is full.'))
            : desk.store(id, about, at)
        },
      }),
    })
    expect(run.end).toMatchObject({ failure: { code: 'disk_full' }, left: 20 })
    expect(countsOf(run).imported).toBe(20)
    expect(await storiesIn(root)).toBe(20)
    expect(countsOf(await runMoveIn(root, [archive]))).toEqual({ imported: 20, already: 20, refused: 0 })
  })
})
