import type { BrowserWindow, WebContents } from 'electron'

/** How long a window may take to send what it has. */
const patience = 5000

/** What the protocol of closing needs of the host. */
export interface ClosingHost {
  /** True while the window may have something to send. */
  readonly hasStories: (window: WebContents) => boolean
  /** Tells the page to send what it has and then to call `desk.readyToClose`. */
  readonly tellClosing: (window: WebContents) => void
  /** Asks the editor whether to close all the same. */
  readonly askToLose: (window: BrowserWindow) => Promise<boolean>
}

/**
 * Lets a window close only after its page has sent everything, or the editor said to lose it. A convenience of
 * the last second: what was acknowledged is on disk, however Galley ends.
 */
export class Closing {
  readonly #host: ClosingHost
  readonly #ready = new Map<WebContents, () => void>()

  constructor(host: ClosingHost) {
    this.#host = host
  }

  /** Watches over a window from now on. */
  guard(window: BrowserWindow): void {
    const page = window.webContents
    let waiting = false
    window.on('close', (event) => {
      if (page.isDestroyed() || page.isCrashed() || !this.#host.hasStories(page)) return
      event.preventDefault()
      if (waiting) return
      waiting = true
      void this.#mayClose(window).then((may) => {
        waiting = false
        // Not `close`: that waits for the page once more, and the page may hang.
        if (may && !window.isDestroyed()) window.destroy()
      })
    })
  }

  /** The page has sent everything. */
  ready(page: WebContents): void {
    this.#ready.get(page)?.()
  }

  async #mayClose(window: BrowserWindow): Promise<boolean> {
    const page = window.webContents
    const answered = await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), patience)
      this.#ready.set(page, () => {
        clearTimeout(timer)
        resolve(true)
      })
      this.#host.tellClosing(page)
    })
    this.#ready.delete(page)
    return answered || window.isDestroyed() || (await this.#host.askToLose(window))
  }
}
