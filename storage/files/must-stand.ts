import { join } from 'node:path'
import { writeError } from './disk-error.ts'
import type { FileSystem } from './file-system.ts'
import { readIfThere } from './read.ts'

/**
 * Throws `disk_refused` when a workspace that was there is no more. A disk that was unplugged leaves an empty folder, in
 * which nothing must be made: it would lie under the disk when that is back. `what` is what was to be written.
 */
export async function mustStand(fs: FileSystem, root: string, what: string): Promise<void> {
  try {
    if ((await readIfThere(fs, join(root, 'galley.json'))) === null) await fs.stat(join(root, 'galley.prev.json'))
  } catch (error) {
    throw writeError(error, what)
  }
}
