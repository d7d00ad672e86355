import type { Recovery as RecoveryOf, Workspace } from '../../../storage/library/workspace.ts'
import { writeDocument } from '../../../storage/model/document.ts'
import { GalleyError, isGalleyError } from '../../../storage/model/errors.ts'
import type { StoryId } from '../../../storage/model/ids.ts'
import type { StoryVersion } from '../../../storage/model/version.ts'
import type { Desk } from '../../main/desk.ts'
import type { Recovery } from '../contract/recovery.ts'
import type { AreaHandlers } from './handlers.ts'

export function recoveryHandlers({ workspace, storyWindows }: Desk): AreaHandlers<'recovery'> {
  return {
    read: async ({ id }, from) => {
      const { recovery } = await storyWindows.open(id, from)
      if (recovery === null) throw new GalleyError('not_found', 'Nothing of this story had to be recovered.')
      const { record, document } = recovery.saved
      return { record, document: writeDocument(document) }
    },
    keep: async ({ id }) => {
      await workspace.keepRecovered(id)
      return null
    },
    goBack: async ({ id }) => ({ kept: await workspace.goBackToSaved(id) }),
    offers: async ({ id }) => ({ versions: [...(await offers(workspace, id))] }),
    rebuild: async ({ id, number }) => {
      await workspace.rebuildStory(id, number)
      return null
    },
  }
}

/** A damaged story without a version offers nothing, which is no failure. */
async function offers(workspace: Workspace, id: StoryId): Promise<readonly StoryVersion[]> {
  try {
    return await workspace.versions(id)
  } catch (error) {
    if (isGalleyError(error, 'story_damaged')) return []
    throw error
  }
}

/** What a window hears of a recovery. */
export function told({ at, changes, damage }: RecoveryOf): Recovery {
  return { at, changes, damage: [...damage] }
}
