import type { App } from 'electron'
import { isAppAddress } from './origin.ts'

/**
 * Holds every page, whoever made it, where it is: it goes nowhere but to our own pages, opens no window and
 * embeds no other page.
 */
export function lockNavigation(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-frame-navigate', (details) => {
      if (!details.isMainFrame || !isAppAddress(details.url)) details.preventDefault()
    })
    contents.on('will-redirect', (details) => {
      if (!isAppAddress(details.url)) details.preventDefault()
    })
    contents.on('will-attach-webview', (event) => {
      event.preventDefault()
    })
  })
}
