import type { FileSystem } from '../../../storage/files/file-system.ts'
import { createWorkspace, openWorkspace } from '../../../storage/library/open-workspace.ts'
import type { WorkspaceOptions } from '../../../storage/library/open-workspace.ts'
import { storyPlaces } from '../../../storage/library/places.ts'
import type { StoryPlaces } from '../../../storage/library/places.ts'
import type { Workspace, WorkspaceEvent } from '../../../storage/library/workspace.ts'
import type { StoryId } from '../../../storage/model/ids.ts'
import { english } from '../../fixtures/stories.ts'
import { temporaryFolder } from '../files/temporary-folder.ts'
import { typing, window1 } from '../journal/entries.ts'

export async function newWorkspace(options: WorkspaceOptions = {}): Promise<Workspace> {
  return createWorkspace(await temporaryFolder(), { name: 'The desk', language: english }, options)
}

export async function type(workspace: Workspace, id: StoryId, ...texts: string[]): Promise<void> {
  const story = await workspace.openStory(id)
  for (const text of texts) {
    const { authority } = story
    await authority.receive(authority.version, typing(authority.document, text), window1)
    await authority.flush()
  }
  await story.close()
}

export interface Broken {
  readonly root: string
  readonly id: StoryId
  readonly places: StoryPlaces
}

/** A closed workspace with one story of several generations: its headline reads `CBA`. */
export async function closedWorkspace(): Promise<Broken> {
  const workspace = await newWorkspace()
  const { id } = (await workspace.createStory({ language: english })).record
  await type(workspace, id, 'A', 'B', 'C')
  await workspace.close()
  return { root: workspace.root, id, places: storyPlaces(workspace.root, id) }
}

export async function reopen(
  root: string,
  fileSystem?: FileSystem,
): Promise<{ workspace: Workspace; damage: Extract<WorkspaceEvent, { kind: 'damaged' }>[] }> {
  const damage: Extract<WorkspaceEvent, { kind: 'damaged' }>[] = []
  const workspace = await openWorkspace(root, {
    ...(fileSystem === undefined ? {} : { fileSystem }),
    onEvent: (event) => {
      if (event.kind === 'damaged') damage.push(event)
    },
  })
  return { workspace, damage }
}
