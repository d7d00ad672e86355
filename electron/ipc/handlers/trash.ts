import type { Desk } from '../../main/desk.ts'
import type { AreaHandlers } from './handlers.ts'

export function trashHandlers({ workspace, storyWindows }: Desk): AreaHandlers<'trash'> {
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
    empty: async () => ({ removed: (await workspace.emptyTrash(0)).length }),
  }
}
