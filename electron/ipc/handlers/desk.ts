import { app, BrowserWindow } from 'electron'
import type { WebContents } from 'electron'
import { readLanguageTag } from '../../../storage/model/language.ts'
import type { Desk } from '../../main/desk.ts'
import type { DeskInfo } from '../contract/desk.ts'
import type { AreaHandlers } from './handlers.ts'

export function deskHandlers(desk: Desk): AreaHandlers<'desk'> {
  return {
    info: async () => ({
      version: app.getVersion(),
      platform: platform(),
      locale: locale(),
      workspace: desk.workspace.root,
      settings: desk.workspace.settings,
      openStory: await desk.firstStory(),
      damaged: [...desk.damage.beforeWindows()],
    }),
    changeSettings: (patch) => {
      if (typeof patch.outbox === 'string') desk.folders.demand(patch.outbox)
      return desk.workspace.changeSettings(patch)
    },
    window: ({ act }, from) => {
      actOnWindow(act, from)
      return null
    },
    readyToClose: (_request, from) => {
      desk.closing.ready(from)
      return null
    },
  }
}

/** The system's first language that is one: a bare POSIX system calls its own `c`. */
function locale(): string {
  const tags = [...app.getPreferredSystemLanguages(), app.getLocale()].map(readLanguageTag)
  return tags.find((tag) => tag !== null) ?? 'en'
}

function platform(): DeskInfo['platform'] {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'
}

function actOnWindow(act: 'minimise' | 'maximise' | 'close', from: WebContents): void {
  const window = BrowserWindow.fromWebContents(from)
  if (window === null) return
  if (act === 'minimise') window.minimize()
  else if (act === 'close') window.close()
  else if (window.isMaximized()) window.unmaximize()
  else window.maximize()
}
