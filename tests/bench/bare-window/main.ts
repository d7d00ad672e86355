// The least that an Electron application can be: one window with one page. The page's address is the last argument.
import { app, BrowserWindow } from 'electron'

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true },
  })
  window.once('ready-to-show', () => window.show())
  app.on('window-all-closed', () => app.quit())
  void window.loadFile(process.argv.at(-1) ?? '')
})
