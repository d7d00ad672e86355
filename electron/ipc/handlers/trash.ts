import type { StoryId } from '../../../storage/model/ids.ts'
import type { Desk } from '../../main/desk.ts'
import type { AreaHandlers } from './handlers.ts'
import { told } from './many.ts'

export function trashHandlers({ workspace, storyWindows, many }: Desk): AreaHandlers<'trash'> {
  return {
    list: async () => ({ stories: [...(await workspace.trashed())] }),
    put: async ({ id }) => {
      await storyWindows.trash(id)
      return null
    },
    sent: ({ id }, from) => {
      storyWindows.sent(id, from)
      return null
    },
    takeBack: async ({ id }) => {
      await workspace.restoreFromTrash(id)
      return null
    },
    putMany: async ({ ids }, from) => {
      const put = async (id: StoryId): Promise<boolean> => {
        await storyWindows.trash(id)
        return true
      }
      return told(await many.act(ids, put, from))
    },
    takeBackMany: async ({ ids }, from) => {
      const takeBack = async (id: StoryId): Promise<boolean> => {
        await workspace.restoreFromTrash(id)
        return true
      }
      return told(await many.act(ids, takeBack, from))
    },
    empty: async () => ({ removed: (await workspace.emptyTrash(0)).length }),
  }
}
