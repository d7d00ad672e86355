import type { Desk } from '../../main/desk.ts'
import { deskHandlers } from './desk.ts'
import type { Handlers } from './handlers.ts'
import { importingHandlers } from './importing.ts'
import { mediaHandlers } from './media.ts'
import { namesHandlers } from './names.ts'
import { publishingHandlers } from './publishing.ts'
import { storiesHandlers } from './stories.ts'

/** The handlers of every area. */
export function handlersFor(desk: Desk): Handlers {
  return {
    desk: deskHandlers(desk),
    stories: storiesHandlers(desk),
    importing: importingHandlers(desk),
    media: mediaHandlers(desk),
    names: namesHandlers(desk),
    publishing: publishingHandlers(desk),
  }
}
