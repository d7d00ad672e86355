import { BrowserWindow, nativeTheme, screen } from 'electron'
import { appPage } from '../security/origin.ts'
import { openingBounds, smallest } from './window-state.ts'
import type { WindowStateFile } from './window-state.ts'

/** The surface of the window's edge in both themes, shown until the page has drawn itself. As in the design's tokens. */
const chrome = { light: '#f3f2ee', dark: '#151412' } as const

/**
 * Opens a window on the desk. It shows itself when there is something to see. The title bar is the page's own,
 * but for the traffic lights of macOS.
 */
export function openWindow(preload: string, state: WindowStateFile): BrowserWindow {
  const left = state.state
  const window = new BrowserWindow({
    ...openingBounds(
      left.bounds,
      screen.getAllDisplays().map((display) => display.workArea),
    ),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Galley',
    backgroundColor: nativeTheme.shouldUseDarkColors ? chrome.dark : chrome.light,
    ...(process.platform === 'darwin'
      ? { titleBarStyle: 'hiddenInset', trafficLightPosition: { x: 16, y: 17 } }
      : { frame: false }),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: true,
      navigateOnDragDrop: false,
    },
  })
  if (left.maximised) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    state.keep({ bounds: window.getNormalBounds(), maximised: window.isMaximized() })
  })
  void window.loadURL(appPage)
  return window
}
