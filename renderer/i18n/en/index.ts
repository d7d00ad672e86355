import { app } from './app.ts'
import { commands } from './commands.ts'
import { compare } from './compare.ts'
import { desk } from './desk.ts'
import { deskActs } from './desk-acts.ts'
import { dragging } from './dragging.ts'
import { editor } from './editor.ts'
import { find } from './find.ts'
import { history } from './history.ts'
import { inspector } from './inspector.ts'
import { movingIn } from './moving-in.ts'
import { publish } from './publish.ts'
import { recovery } from './recovery.ts'
import { settings } from './settings.ts'
import { trash } from './trash.ts'

/** The interface in English. */
export const en = {
  ...app,
  ...commands,
  ...compare,
  ...desk,
  ...deskActs,
  ...dragging,
  ...editor,
  ...find,
  ...history,
  ...inspector,
  ...movingIn,
  ...publish,
  ...recovery,
  ...settings,
  ...trash,
} as const
