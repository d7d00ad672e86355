import { app, BrowserWindow, Menu, session } from 'electron'
import { join } from 'node:path'
import type { Workspace } from '../../storage/library/workspace.ts'
import { isGalleyError } from '../../storage/model/errors.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import { tell } from '../ipc/broadcast.ts'
import { handlersFor } from '../ipc/handlers/index.ts'
import { registerCalls } from '../ipc/register.ts'
import { serveApp } from '../security/app-protocol.ts'
import { serveMedia } from '../security/media-protocol.ts'
import { lockNavigation } from '../security/navigation.ts'
import { stayOffline } from '../security/offline.ts'
import { appPage, isAppAddress } from '../security/origin.ts'
import { denyPermissions } from '../security/permissions.ts'
import { Archive } from './archive.ts'
import { Backups } from './backups.ts'
import { Closing } from './closing.ts'
import { Damage } from './damage.ts'
import { Desk } from './desk.ts'
import { Dialogs } from './dialogs.ts'
import { DragOut } from './drag-out.ts'
import { everyDay } from './every-day.ts'
import { reportTo } from './log.ts'
import type { Report } from './log.ts'
import { Media } from './media.ts'
import { MovingIn } from './moving-in.ts'
import { movingInOf } from './moved-in-words.ts'
import { menuWords } from './menu-words.ts'
import { menuTemplate } from './menu.ts'
import { publishingDesk } from './publishing-desk.ts'
import { StoryWindows } from './story-windows.ts'
import { pages, tellOf } from './tell-windows.ts'
import { follow } from './theme.ts'
import { unsavedOf } from './unsaved.ts'
import { WindowStateFile } from './window-state.ts'
import { openWindow } from './window.ts'
import { wordsFor } from './words.ts'
import { openOrCreateWorkspace } from './workspace.ts'

/** The exit codes, as on the command line: the workspace cannot be opened, or a defect of ours. */
const workspaceRefused = 3
const faultOfOurs = 70

export interface Start {
  /** The workspace, an absolute path. */
  readonly folder: string
  /** Where the host keeps what is its own. */
  readonly profile: string
  readonly story: StoryId | null
}

/** Puts Galley together once Electron is ready: the workspace, the guards, the calls, the window. Never rejects. */
export async function start({ folder, profile, story }: Start): Promise<void> {
  const report = reportTo(join(profile, 'galley.log'))
  const dialogs = new Dialogs(wordsFor(app.getLocale()))
  const damage = new Damage((damaged) => tell(pages(), 'damaged', damaged))
  let storyWindows: StoryWindows | null = null
  let archive: Archive | null = null
  try {
    const workspace = await openOrCreateWorkspace(folder, app.getLocale(), {
      holder: 'Galley',
      watch: true,
      onEvent: (event) => {
        if (event.kind === 'removed') storyWindows?.forget(event.id)
        tellOf(event, damage)
      },
      indexing: ({ root, settings }) => ({
        inStep: 'aside',
        open: () => {
          archive = new Archive(worker('archive'), root, () => settings().limits)
          return Promise.resolve(archive)
        },
        onAside: (progress) => tell(pages(), 'indexing', progress),
        onTrouble: (error) => report('archive', error),
      }),
    })
    const media = new Media(worker('media'), workspace.root)
    const state = new WindowStateFile(join(profile, 'window.json'))
    const windows = new StoryWindows(workspace, report)
    storyWindows = windows
    const closing = new Closing({
      hasStories: (page) => windows.hasStories(page),
      tellClosing: (page) => tell([page], 'closing', null),
      askToLose: async (window) => dialogs.askToLose(window, unsavedOf(await windows.standing(window.webContents))),
    })
    const movingIn = new MovingIn(worker('moving-in'), {
      workspace,
      report,
      index: async (ids) => archive?.refresh(ids),
      tell: (moved) => tell(pages(), 'movingIn', movingInOf(moved)),
    })
    const dragOut = new DragOut({
      desk: publishingDesk(workspace, media),
      temporary: app.getPath('temp'),
      note: wordsFor(app.getLocale()).handedOver,
    })
    const desk = new Desk({
      workspace,
      media,
      storyWindows: windows,
      closing,
      dialogs,
      report,
      damage,
      movingIn,
      dragOut,
      state,
      story,
    })
    guard(media, report)
    registerCalls(handlersFor(desk), report)
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ ...menuHost(), words: menuWords })))
    follow(workspace.settings)
    const backups = new Backups(worker('backup'), workspace.root)
    const endBackups = everyDay({
      act: (now) => backups.daily(now),
      onFailed: (error) => {
        report('daily backup', error)
        if (isGalleyError(error)) tell(pages(), 'backupFailed', { message: error.message })
      },
    })
    app.on('browser-window-focus', () => void workspace.lookAround())
    closeOnQuit(workspace, report, () => {
      endBackups()
      backups.stop()
      movingIn.stop()
      dragOut.clear()
      media.stop()
    })
    const window = openWindow(join(app.getAppPath(), 'dist/electron/preload.cjs'), state)
    closing.guard(window)
    watchPage(window, dialogs, report)
  } catch (error) {
    report('start', error)
    await refuseToStart(error, dialogs)
  }
}

/** Brings the window to the front: what a second start of the same workspace asks for. */
export function focusFirstWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window === undefined) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** The script of a utility process. */
function worker(name: string): string {
  return join(app.getAppPath(), `dist/electron/workers/${name}.mjs`)
}

function guard(media: Media, report: Report): void {
  lockNavigation(app)
  denyPermissions(session.defaultSession)
  stayOffline(session.defaultSession)
  serveApp(session.defaultSession, join(app.getAppPath(), 'dist/renderer'))
  serveMedia(session.defaultSession, media, report)
}

function menuHost(): { mac: boolean; development: boolean; send: (command: string) => void } {
  return {
    mac: process.platform === 'darwin',
    development: !app.isPackaged,
    send: (command) => {
      const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
      if (window !== undefined) tell([window.webContents], 'menu', { command })
    },
  }
}

/** The last window closes Galley, everywhere: there is nothing to do in it without one. */
function closeOnQuit(workspace: Workspace, report: Report, stopHelpers: () => void): void {
  app.on('window-all-closed', () => app.quit())
  app.once('will-quit', (event) => {
    event.preventDefault()
    stopHelpers()
    workspace
      .close()
      .catch((error: unknown) => report('close workspace', error))
      .finally(() => app.exit(0))
  })
}

/** A page that dies loses nothing that was acknowledged: it is loaded again once the editor has read so. */
function watchPage(window: BrowserWindow, dialogs: Dialogs, report: Report): void {
  // Chromium asks nobody before it shows an empty page.
  window.webContents.on('did-navigate', (_event, address) => {
    if (!isAppAddress(address)) void window.loadURL(appPage)
  })
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    report('page gone', new Error(details.reason))
    void dialogs.askToOpenAgain(window).then((again) => {
      if (again) window.webContents.reload()
      else window.destroy()
    })
  })
}

async function refuseToStart(error: unknown, dialogs: Dialogs): Promise<void> {
  const explained = isGalleyError(error) && error.code !== 'internal'
  const sentence = explained ? error.message : wordsFor(app.getLocale()).startFault
  process.stderr.write(`${sentence}\n`)
  await dialogs.sayStartFailed(sentence)
  app.exit(explained ? workspaceRefused : faultOfOurs)
}
