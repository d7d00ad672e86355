import { watch } from 'node:fs'
import type { FSWatcher } from 'node:fs'
import { basename, dirname } from 'node:path'

/** How long a file is let rest after something happened to it, in milliseconds: who writes does so in several calls. */
const rest = 200

/**
 * Calls `changed` some time after a file was made, changed, renamed or deleted, by whomever; also when it is renamed over
 * or its folder is replaced. A hint and no promise: where the system cannot watch, nothing is ever called. Keeps no
 * process alive. Returns what ends it.
 */
export function watchFile(path: string, changed: () => void): () => void {
  const folder = dirname(path)
  let watcher: FSWatcher | null = null
  let timer: NodeJS.Timeout | null = null
  let isOver = false

  const soon = (): void => {
    if (isOver) return
    timer ??= setTimeout(() => {
      timer = null
      if (watcher === null) begin()
      changed()
    }, rest).unref()
  }
  const drop = (): void => {
    watcher?.close()
    watcher = null
  }
  const begin = (): void => {
    try {
      watcher = watch(folder, { persistent: false }, (_event, name) => {
        // The folder itself went: whatever comes in its place must be watched anew.
        if (name === basename(folder)) drop()
        else if (name !== null && name !== basename(path)) return
        soon()
      })
      watcher.on('error', () => {
        drop()
        soon()
      })
    } catch {
      watcher = null
    }
  }

  begin()
  return () => {
    isOver = true
    if (timer !== null) clearTimeout(timer)
    drop()
  }
}
