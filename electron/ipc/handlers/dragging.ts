import type { Desk } from '../../main/desk.ts'
import type { AreaHandlers } from './handlers.ts'

export function draggingHandlers({ dragOut }: Desk): AreaHandlers<'dragging'> {
  return {
    begin: ({ ids }, from) => dragOut.begin(ids, from),
    letGo: (_request, from) => {
      dragOut.letGo(from)
      return null
    },
  }
}
