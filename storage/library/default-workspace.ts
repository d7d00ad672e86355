import { homedir } from 'node:os'
import { join } from 'node:path'

/** What decides where a workspace lies when nobody says. */
export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/**
 * The workspace folder when none is named: `GALLEY_WORKSPACE`, else the platform's place for a user's data.
 * The command line and the application ask here, so that they mean the same folder.
 */
export function defaultWorkspace(
  { platform, env, home }: Surroundings = { platform: process.platform, env: process.env, home: homedir() },
): string {
  const named = env['GALLEY_WORKSPACE']
  if (named) return named
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Galley')
  if (platform === 'win32') return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'Galley')
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'galley')
}
