import { setTimeout as wait } from 'node:timers/promises'
import { stat, unlink, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../../../storage/files/node-file-system.ts'
import { StoryIndex } from '../../../storage/index/story-index.ts'
import type { ArchiveIndex } from '../../../storage/index/story-index.ts'
import type { AsideProgress, Indexing } from '../../../storage/library/archive-list.ts'
import { examine } from '../../../storage/library/doctor/doctor.ts'
import { indexPath, indexSources } from '../../../storage/library/index-sources.ts'
import { openWorkspace } from '../../../storage/library/open-workspace.ts'
import type { WorkspaceOptions } from '../../../storage/library/open-workspace.ts'
import { ownIndex } from '../../../storage/library/own-index.ts'
import type { Workspace } from '../../../storage/library/workspace.ts'
import { GalleyError } from '../../../storage/model/errors.ts'
import { slugSchema } from '../../../storage/model/record.ts'
import { defaultSettings } from '../../../storage/model/settings.ts'
import { makeArchive } from '../../bench/archive-workspace.ts'
import { english, sampleDocument } from '../../fixtures/stories.ts'
import { killed, startChild } from '../files/child.ts'
import { temporaryFolder } from '../files/temporary-folder.ts'
import { typing, window1 } from '../journal/entries.ts'
import { newWorkspace } from '../library/workspaces.ts'
import { inStep, search } from './indexed.ts'

const exact: WorkspaceOptions = { indexing: (folder) => ownIndex(folder) }
const aside: WorkspaceOptions = { indexing: (folder) => ({ ...ownIndex(folder), inStep: 'aside' }) }
const quiet = (): undefined => undefined

async function found(workspace: Workspace, query: string): Promise<string[]> {
  return (await workspace.list({ query, limit: 1000 })).stories.map(({ id }) => id)
}

describe('a workspace with an index', () => {
  it('answers as the files do, in four languages', async () => {
    const root = await temporaryFolder()
    await makeArchive(root, 60, quiet)
    const indexed = await openWorkspace(root, exact)
    const queries = [
      '',
      'ba',
      'стали',
      'լի*',
      '"با رو"',
      'lang:fa -lang:en',
      'desk:Home status:ready',
      'has:photo OR quote:ta',
    ]
    const answers: [string, string[]][] = []
    for (const query of queries) answers.push([query, await found(indexed, query)])
    await indexed.close()
    const files = await openWorkspace(root)
    for (const [query, ids] of answers) expect([query, ids]).toEqual([query, await found(files, query)])
    expect(answers.filter(([, ids]) => ids.length > 0).length).toBeGreaterThan(4)
    const best = await files.list({ query: 'ba', limit: 5, excerpts: true })
    expect(best.excerpts.size).toBe(best.stories.length)
    await files.close()
  }, 60_000)

  it.each([
    ['in step before every answer', exact],
    ['kept in step aside', aside],
  ])('follows what is typed, saved, trashed and taken back: %s', async (_, options) => {
    const workspace = await newWorkspace(options)
    const { id } = (await workspace.createStory({ language: english, document: sampleDocument() })).record
    const other = (await workspace.createStory({ language: english, slug: slugSchema.parse('OTHER') })).record.id
    await expect.poll(() => found(workspace, '')).toEqual([other, id])
    const story = await workspace.openStory(other)
    await story.authority.receive(0, typing(story.authority.document, 'Harbour'), window1)
    expect(await found(workspace, 'harbour')).toEqual([other])
    await story.authority.changeRecord({ desk: 'Home' })
    expect(await found(workspace, 'desk:home')).toEqual([other])
    await story.close()
    expect(await found(workspace, 'harbour')).toEqual([other])
    await workspace.trash(other)
    await expect.poll(() => found(workspace, '')).toEqual([id])
    await workspace.restoreFromTrash(other)
    await expect.poll(() => found(workspace, 'harbour')).toEqual([other])
    await workspace.close()
  })

  it('counts findings anew when the limits change', async () => {
    const workspace = await newWorkspace(aside)
    await workspace.createStory({ language: english, document: sampleDocument() })
    const warnings = async (): Promise<number> =>
      (await workspace.list({ query: '', limit: 1 })).stories[0]?.warnings ?? 0
    await expect.poll(() => found(workspace, '')).toHaveLength(1)
    const before = await warnings()
    await workspace.changeSettings({ limits: { headline: 3, standfirst: 3, caption: 3, alt: 3 } })
    await expect.poll(warnings).toBeGreaterThan(before)
    await workspace.close()
  })

  it('tells what of a query was not understood, and searches the rest', async () => {
    const workspace = await newWorkspace(exact)
    const { id } = (await workspace.createStory({ language: english, document: sampleDocument() })).record
    const list = await workspace.list({ query: 'ferry status:redy', limit: 10 })
    expect(list.stories.map((story) => story.id)).toEqual([id])
    expect(list.problems).toEqual([{ from: 6, to: 17, sentence: expect.stringContaining('redy') as string }])
    await workspace.close()
  })

  const broken = (): Promise<never> => Promise.reject(new GalleyError('internal', 'The index does not work.'))
  const failing: ArchiveIndex = {
    list: broken,
    ids: broken,
    place: broken,
    counts: broken,
    put: broken,
    refresh: broken,
    reconcile: broken,
    close: () => Promise.resolve(),
  }
  const never = (): Promise<never> => new Promise(() => undefined)

  it.each<[string, Indexing['open']]>([
    ['cannot be opened', broken],
    ['fails', () => Promise.resolve(failing)],
  ])('lists and saves from the files when the index %s', async (_, open) => {
    const troubles: unknown[] = []
    const workspace = await newWorkspace({
      indexing: () => ({ inStep: 'before_answers', open, onTrouble: (error) => troubles.push(error) }),
    })
    const { id } = (await workspace.createStory({ language: english, document: sampleDocument() })).record
    expect(await found(workspace, 'ferry -submarine')).toEqual([id])
    expect(troubles.length).toBeGreaterThan(0)
    await workspace.close()
  })

  it('does not wait for the index to save', async () => {
    const hanging: ArchiveIndex = { ...failing, put: never, refresh: never, reconcile: never }
    const workspace = await newWorkspace({
      indexing: () => ({ inStep: 'before_answers', open: () => Promise.resolve(hanging) }),
    })
    void workspace.list({ query: '', limit: 1 })
    const { id } = (await workspace.createStory({ language: english })).record
    const story = await workspace.openStory(id)
    await story.authority.receive(0, typing(story.authority.document, 'Saved'), window1)
    await story.authority.flush()
    await story.close()
    await workspace.close()
  })

  it('tells how far it has come with many stories, and takes up again what failed', async () => {
    const root = await temporaryFolder()
    await makeArchive(root, 300, quiet)
    const told: AsideProgress[] = []
    let failures = 1
    const workspace = await openWorkspace(root, {
      indexing: (folder) => {
        const own = ownIndex(folder)
        return {
          ...own,
          inStep: 'aside',
          onAside: (progress) => told.push(progress),
          open: async () => {
            const index = await own.open()
            const reconcile = index.reconcile.bind(index)
            index.reconcile = async (budget) => {
              const progress = await reconcile(budget)
              if (progress.done > 150 && failures-- > 0) throw new GalleyError('internal', 'A helper died.')
              return progress
            }
            return index
          },
        }
      },
    })
    await expect.poll(() => told.at(-1), { timeout: 20_000 }).toEqual({ done: 300, total: 300, finished: true })
    expect(told.filter(({ finished }) => !finished).length).toBeGreaterThan(0)
    expect(await found(workspace, '')).toHaveLength(300)
    await workspace.close()
  }, 60_000)

  it('goes on where it was killed, and reads little twice', async () => {
    const [count, kept] = [1100, 512]
    const root = await temporaryFolder()
    await makeArchive(root, count, quiet)
    const child = startChild('tests/unit/index/index-holder.ts', root)
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const done = (): number => Number(said.trim().split('\n').at(-1))
    while (done() < kept) await wait(5)
    await killed(child)
    expect(done()).toBeLessThan(count)
    let reads = 0
    const sources = indexSources(nodeFileSystem, root, () => defaultSettings)
    const index = await StoryIndex.open(indexPath(root), {
      ...sources,
      read: (id) => {
        reads += 1
        return sources.read(id)
      },
    })
    await inStep(index)
    expect(reads).toBeLessThanOrEqual(count - kept)
    expect((await search(index, '')).total).toBe(count)
    await index.close()
  }, 60_000)
})

describe('the doctor', () => {
  async function indexedRoot(): Promise<string> {
    const workspace = await newWorkspace(exact)
    await workspace.createStory({ language: english, document: sampleDocument() })
    await workspace.list({ query: '', limit: 1 })
    await workspace.close()
    return workspace.root
  }
  const report = (root: string, repair: boolean): ReturnType<typeof examine> =>
    examine(root, { repair, now: new Date('2026-11-24T09:00:00Z') })

  it('finds an index that holds in order', async () => {
    const root = await indexedRoot()
    expect((await report(root, false)).problems.filter(({ path }) => path === 'index.sqlite')).toEqual([])
  })

  it.each<[string, (root: string) => Promise<void>]>([
    ['is no index', (root) => writeFile(indexPath(root), 'x'.repeat(5000))],
    [
      'says of a story what its file does not',
      async (root) => {
        const { default: Database } = await import('libsql')
        const database = new Database(indexPath(root))
        database.exec("UPDATE stories SET headline = 'Something else'")
        database.close()
      },
    ],
  ])('removes one that %s, and the next list makes it anew', async (_, spoil) => {
    const root = await indexedRoot()
    await spoil(root)
    const about = ({ code }: { code: string }): boolean => code === 'index_damaged'
    expect((await report(root, false)).problems.filter(about)).toHaveLength(1)
    expect((await stat(indexPath(root))).size).toBeGreaterThan(0)
    const { repaired } = await report(root, true)
    expect(repaired.filter(({ path }) => path === 'index.sqlite')).toHaveLength(1)
    const workspace = await openWorkspace(root, exact)
    expect((await workspace.list({ query: 'ferry', limit: 1 })).stories[0]?.headline).toBe(
      'The ferry at Vernashat returns',
    )
    await workspace.close()
    expect((await report(root, false)).problems.filter(about)).toEqual([])
  })

  it('only tells of one that has not heard of the newest changes', async () => {
    const root = await indexedRoot()
    const workspace = await openWorkspace(root)
    await workspace.createStory({ language: english })
    await workspace.close()
    const { hints, problems } = await report(root, false)
    expect(hints.map(({ code }) => code)).toContain('index_behind')
    expect(problems.filter(({ path }) => path === 'index.sqlite')).toEqual([])
    await unlink(indexPath(root))
    expect((await report(root, false)).hints.map(({ code }) => code)).not.toContain('index_behind')
  })
})
