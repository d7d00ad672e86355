import type { StoryId } from '../model/ids.ts'
import type { RecordPatch, StoryRecord } from '../model/record.ts'
import type { Workspace } from './workspace.ts'

/**
 * Changes the record of a story by its authority, whether somebody has it open or not. `patchOf` is given the record as
 * it stands. Answers whether there was anything to change. Throws as `openStory` and `changeRecord`.
 */
export async function changeRecordOf(
  workspace: Pick<Workspace, 'openStory'>,
  id: StoryId,
  patchOf: (record: StoryRecord) => RecordPatch,
): Promise<boolean> {
  const story = await workspace.openStory(id)
  try {
    const patch = patchOf(story.authority.record)
    if (Object.keys(patch).length === 0) return false
    await story.authority.changeRecord(patch)
    return true
  } finally {
    await story.close()
  }
}
