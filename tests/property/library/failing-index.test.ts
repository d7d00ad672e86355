import { expect, it } from 'vitest'
import type { ArchiveIndex } from '../../../storage/index/story-index.ts'
import type { Indexing } from '../../../storage/library/archive-list.ts'
import { openWorkspace } from '../../../storage/library/open-workspace.ts'
import { headlineOf } from '../../../storage/model/summary.ts'
import { english, sampleDocument } from '../../fixtures/stories.ts'
import { PowerCutFileSystem } from '../../unit/files/power-cut-file-system.ts'
import { makeFullDesk, quietly, reopened } from './full-desk.ts'
import { typeInto } from './write-path.ts'

const full = (): Promise<never> =>
  Promise.reject(Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR' }))
const never = (): Promise<never> => new Promise(() => undefined)

/** An index of which everything that is asked comes to the same. */
const indexOf = (answer: () => Promise<never>): ArchiveIndex => ({
  list: full,
  ids: full,
  place: full,
  counts: full,
  put: answer,
  refresh: answer,
  reconcile: answer,
  close: () => Promise.resolve(),
})

it.each<[string, Indexing['open'], Indexing['inStep']]>([
  ['cannot be opened', full, 'before_answers'],
  ['cannot be opened, aside', full, 'aside'],
  ['cannot be written', () => Promise.resolve(indexOf(full)), 'before_answers'],
  ['cannot be written, aside', () => Promise.resolve(indexOf(full)), 'aside'],
  ['never answers a change', () => Promise.resolve(indexOf(never)), 'aside'],
])('a story is written, saved, versioned and trashed all the same when the index %s', async (_, open, inStep) => {
  const disk = new PowerCutFileSystem()
  const { root, story: id, trashed } = await makeFullDesk(disk, '/desk')
  const workspace = await openWorkspace(root, {
    ...quietly,
    fileSystem: disk,
    indexing: () => ({ open, inStep, onTrouble: () => undefined }),
  })
  if (inStep === 'before_answers') await workspace.list({ query: '', limit: 9 })
  const story = await workspace.openStory(id)
  await typeInto(story, 'Ո')
  await story.authority.flush()
  await typeInto(story, 'Ւ')
  await workspace.nameVersion(id, 'with a broken index')
  await story.close()
  const made = (await workspace.createStory({ language: english, document: sampleDocument() })).record.id
  await workspace.trash(made)
  await workspace.restoreFromTrash(trashed)
  await workspace.close()
  await reopened(disk, root, async (again) => {
    expect(headlineOf((await again.readStory(id)).document)).toMatch(/^ՒՈ/)
    expect((await again.versions(id))[0]?.name).toBe('with a broken index')
    expect((await again.list({ query: '', limit: 9 })).total).toBe(2)
  })
})
