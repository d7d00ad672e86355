import type { Recovery as RecoveryOf } from '../../../storage/library/workspace.ts'
import { writeDocument } from '../../../storage/model/document.ts'
import { GalleyError } from '../../../storage/model/errors.ts'
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
    offers: async ({ id }) => ({ versions: [...(await workspace.versions(id))] }),
    rebuild: async ({ id, number }) => {
      await workspace.rebuildStory(id, number)
      return null
    },
  }
}

/** What a window hears of a recovery. */
export function told({ at, changes, damage }: RecoveryOf): Recovery {
  return { at, changes, damage: [...damage] }
}
