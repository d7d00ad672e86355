import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** How Electron can be started on this machine with Chromium's sandbox on; `refused` where it cannot. */
export type Sandbox = 'plain' | 'user-namespace' | 'refused'

/**
 * Root gets no sandbox from Chromium and goes through a user namespace of its own; some containers refuse those.
 * An ordinary user needs them too: Chromium builds its sandbox of them.
 */
export function findSandbox(): Sandbox {
  if (process.platform !== 'linux') return 'plain'
  const allowed = spawnSync('unshare', ['--user', '--map-user=1000', '--map-group=1000', 'true']).status === 0
  if (!allowed) return 'refused'
  return process.getuid?.() === 0 ? 'user-namespace' : 'plain'
}

/** Starts the Electron of `ELECTRON_OVERRIDE_DIST_PATH` through a user namespace. */
export const namespaceLauncher = join(import.meta.dirname, 'sandboxed-electron')
