import type { Desk } from '../../main/desk.ts'
import type { AreaHandlers } from './handlers.ts'

export function namesHandlers({ workspace }: Desk): AreaHandlers<'names'> {
  return {
    search: (request) => ({ entities: workspace.searchEntities(request) }),
    add: (about) => workspace.addEntity(about),
  }
}
