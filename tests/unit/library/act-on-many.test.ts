import { expect, test } from 'vitest'
import { actOnMany } from '../../../storage/library/act-on-many.ts'
import { changeRecordOf } from '../../../storage/library/change-record.ts'
import type { Workspace } from '../../../storage/library/workspace.ts'
import type { StoryId } from '../../../storage/model/ids.ts'
import { patchFor } from '../../../storage/model/record-change.ts'
import type { RecordChange } from '../../../storage/model/record-change.ts'
import type { StoryRecord } from '../../../storage/model/record.ts'
import { english } from '../../fixtures/stories.ts'
import { newWorkspace } from './workspaces.ts'

const unstopped = { signal: new AbortController().signal, onProgress: () => undefined }

const changing = (workspace: Workspace, change: RecordChange) => (id: StoryId) =>
  changeRecordOf(workspace, id, (record) => patchFor(record, change))

test('many stories are changed by their authorities, open ones among them, and what is refused holds up none', async () => {
  const workspace = await newWorkspace()
  const create = async (fields: Partial<StoryRecord>): Promise<StoryId> =>
    (await workspace.createStory({ language: english, ...fields })).record.id
  const open = await create({})
  const closed = await create({ keywords: ['ice'] })
  const out = await create({ status: 'published' })
  const already = await create({ status: 'draft' })
  const held = await workspace.openStory(open)
  const heard: string[] = []
  held.authority.subscribe((event) => {
    if (event.kind === 'record') heard.push(event.record.status)
  })
  const ids = [open, out, closed, already, closed]

  const moved = await actOnMany(ids, changing(workspace, { field: 'status', status: 'ready' }), unstopped)
  expect(moved).toEqual({ changed: [open, out, closed, already], refused: [], left: 0 })
  expect(heard).toEqual(['ready'])
  await actOnMany([out], changing(workspace, { field: 'status', status: 'in_edit' }), unstopped)

  const killed = await create({ status: 'withdrawn' })
  const back = await actOnMany(
    [killed, open, already],
    changing(workspace, { field: 'status', status: 'ready' }),
    unstopped,
  )
  expect(back).toMatchObject({ changed: [], left: 0 })
  expect(back.refused).toEqual([{ message: expect.stringContaining('withdrawn') as string, ids: [killed] }])

  const tagged = await actOnMany(
    [open, closed],
    changing(workspace, { field: 'keywords', add: ['ice', 'lake'] }),
    unstopped,
  )
  expect(tagged.changed).toEqual([open, closed])
  expect((await workspace.readStory(closed)).record.keywords).toEqual(['ice', 'lake'])
  const again = await actOnMany([closed], changing(workspace, { field: 'keywords', add: ['lake'] }), unstopped)
  expect(again).toEqual({ changed: [], refused: [], left: 0 })

  await held.close()
  await workspace.close()
})

test('an act that is stopped leaves those behind the story in hand as they are, and says how many', async () => {
  const workspace = await newWorkspace()
  const ids: StoryId[] = []
  for (let count = 0; count < 4; count += 1) ids.push((await workspace.createStory({ language: english })).record.id)
  const controller = new AbortController()
  const told: number[] = []
  const acted = await actOnMany(ids, changing(workspace, { field: 'desk', desk: 'Home' }), {
    signal: controller.signal,
    onProgress: (done, total) => {
      told.push(done / total)
      if (done === 2) controller.abort()
    },
  })
  expect(acted).toEqual({ changed: ids.slice(0, 2), refused: [], left: 2 })
  expect(told).toEqual([0.25, 0.5])
  const desks = await Promise.all(ids.map(async (id) => (await workspace.readStory(id)).record.desk))
  expect(desks).toEqual(['Home', 'Home', '', ''])
  await workspace.close()
})

test('a defect is no refusal: it ends the act', async () => {
  const workspace = await newWorkspace()
  const { id } = (await workspace.createStory({ language: english })).record
  const broken = (): Promise<boolean> => Promise.reject(new Error('a defect'))
  await expect(actOnMany([id], broken, unstopped)).rejects.toThrow('a defect')
  await workspace.close()
})
