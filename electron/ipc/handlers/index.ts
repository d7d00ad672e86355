import type { Desk } from '../../main/desk.ts'
import { deskHandlers } from './desk.ts'
import { draggingHandlers } from './dragging.ts'
import type { Handlers } from './handlers.ts'
import { importingHandlers } from './importing.ts'
import { languagesHandlers } from './languages.ts'
import { mediaHandlers } from './media.ts'
import { namesHandlers } from './names.ts'
import { publishingHandlers } from './publishing.ts'
import { recoveryHandlers } from './recovery.ts'
import { storiesHandlers } from './stories.ts'
import { trashHandlers } from './trash.ts'
import { versionsHandlers } from './versions.ts'

/** The handlers of every area. */
export function handlersFor(desk: Desk): Handlers {
  return {
    desk: deskHandlers(desk),
    stories: storiesHandlers(desk),
    languages: languagesHandlers(desk),
    versions: versionsHandlers(desk),
    recovery: recoveryHandlers(desk),
    trash: trashHandlers(desk),
    importing: importingHandlers(desk),
    dragging: draggingHandlers(desk),
    media: mediaHandlers(desk),
    names: namesHandlers(desk),
    publishing: publishingHandlers(desk),
  }
}
