import { writeDocument } from '../../../storage/model/document.ts'
import type { Desk } from '../../main/desk.ts'
import type { AreaHandlers } from './handlers.ts'

export function versionsHandlers({ workspace }: Desk): AreaHandlers<'versions'> {
  return {
    list: async ({ id }) => ({ versions: [...(await workspace.versions(id))] }),
    name: ({ id, name }) => workspace.nameVersion(id, name),
    read: async ({ id, number }) => {
      const { record, document } = await workspace.readVersion(id, number)
      return { record, document: writeDocument(document) }
    },
    restore: async ({ id, number }) => ({ kept: await workspace.restoreVersion(id, number) }),
  }
}
