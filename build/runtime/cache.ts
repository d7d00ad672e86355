import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * The folder for what is downloaded once per machine, outside the project so that every clone shares it:
 * `GALLEY_CACHE`, else `XDG_CACHE_HOME/galley`, else `~/.cache/galley`.
 */
export function cacheFolder(): string {
  const own = process.env.GALLEY_CACHE
  if (own) return own
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'galley')
}
