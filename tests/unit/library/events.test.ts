import { expect, it } from 'vitest'
import type { WorkspaceEvent } from '../../../storage/library/workspace.ts'
import { english } from '../../fixtures/stories.ts'
import { newWorkspace, type } from './workspaces.ts'

it('a workspace tells of versions that are kept or named, and of a story that goes to the trash', async () => {
  const told: WorkspaceEvent[] = []
  const workspace = await newWorkspace({ onEvent: (event) => told.push(event) })
  const { id } = (await workspace.createStory({ language: english })).record
  await type(workspace, id, 'A')
  const named = await workspace.nameVersion(id, 'First')
  const renamed = await workspace.nameVersion(id, 'First of all')
  await type(workspace, id, 'B')
  const kept = await workspace.restoreVersion(id, 1)
  const versions = told.flatMap((event) => (event.kind === 'version' ? [event.version] : []))
  expect(versions).toEqual([named, renamed, kept])
  const { authority } = await workspace.openStory(id)
  await workspace.trash(id)
  expect(told.filter((event) => event.kind === 'removed')).toEqual([{ kind: 'removed', id }])
  await expect(authority.changeRecord({ desk: 'x' })).rejects.toMatchObject({ code: 'not_found' })
  await workspace.close()
})
