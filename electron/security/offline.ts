import type { Session } from 'electron'
import { readAddress } from './address.ts'

/** What a page may load from. `devtools` is Chromium's own inspector, which only a development run opens. */
const local = new Set(['app:', 'media:', 'blob:', 'data:', 'devtools:'])

/** Lets no request leave the computer, whatever asks: Galley works offline, and so does anything that got into it. */
export function stayOffline(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !local.has(readAddress(details.url)?.protocol ?? '') })
  })
  // Without this Chromium fetches spelling dictionaries from its maker. macOS brings its own.
  session.setSpellCheckerDictionaryDownloadURL('app://galley/dictionaries/')
  if (process.platform !== 'darwin') session.setSpellCheckerLanguages([])
}
