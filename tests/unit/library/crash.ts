import { cp } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Workspace } from '../../../storage/library/workspace.ts'
import type { StoryId } from '../../../storage/model/ids.ts'
import { temporaryFolder } from '../files/temporary-folder.ts'
import { typing, window1 } from '../journal/entries.ts'

/** What a crash at this moment leaves on the disk: the folder as it stands, in a place of its own, held by nobody. */
export async function crashed(workspace: Pick<Workspace, 'root'>): Promise<string> {
  const copy = join(await temporaryFolder(), 'crashed')
  await cp(workspace.root, copy, { recursive: true, filter: (path) => basename(path) !== '.lock' })
  return copy
}

/** A workspace folder that a crash left, with a story whose saved file says `saved` and whose journal says more. */
export async function crashedStory(workspace: Workspace, id: StoryId, saved: string, more: string[]): Promise<string> {
  const story = await workspace.openStory(id)
  const { authority } = story
  const type = (text: string): Promise<unknown> =>
    authority.receive(authority.version, typing(authority.document, text), window1)
  await type(saved)
  await authority.flush()
  for (const text of more) await type(text)
  const root = await crashed(workspace)
  await story.close()
  await workspace.close()
  return root
}
