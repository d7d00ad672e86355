import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { App } from 'electron'

/**
 * Gives the workspace a profile of its own: Chromium's files, the window's state, the log, and the lock that
 * makes a second start of the same workspace find the first. It lies beside the workspaces, not in one: nothing
 * in it is worth a backup. A profile named with Chromium's `--user-data-dir` is kept.
 *
 * @returns the folder of the profile
 */
export function chooseProfile(app: App, workspace: string): string {
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    const folder = join(app.getPath('appData'), 'Galley Desktop', profileName(workspace))
    mkdirSync(folder, { recursive: true })
    app.setPath('userData', folder)
  }
  return app.getPath('userData')
}

/** A short name for a workspace, the same for every way of writing its path, before and after it is made. */
export function profileName(workspace: string): string {
  return createHash('sha256').update(realPath(workspace)).digest('hex').slice(0, 16)
}

/** The path without symbolic links, as far as it exists. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return dirname(path) === path ? path : join(realPath(dirname(path)), basename(path))
  }
}
