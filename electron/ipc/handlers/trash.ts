import type { Desk } from '../../main/desk.ts'
import type { AreaHandlers } from './handlers.ts'

export function trashHandlers({ workspace }: Desk): AreaHandlers<'trash'> {
  return {
    list: async () => ({ stories: [...(await workspace.trashed())] }),
    put: async ({ id }) => {
      await workspace.trash(id)
      return null
    },
    takeBack: async ({ id }) => {
      await workspace.restoreFromTrash(id)
      return null
    },
    empty: async () => ({ removed: (await workspace.emptyTrash(0)).length }),
  }
}
