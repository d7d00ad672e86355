import { basename, dirname } from 'node:path'
import { errnoOf, isMissing, readError } from './disk-error.ts'
import type { FileSystem } from './file-system.ts'

/**
 * Makes a folder and whatever is missing above it, durably: a file in a new folder is lost when the folder's name is.
 * With `root` only inside of that folder, which must be there: where a disk was unplugged nothing must be made.
 */
export async function ensureFolder(fs: FileSystem, path: string, root: string | null = null): Promise<void> {
  try {
    await fs.makeFolder(path)
  } catch (error) {
    if (errnoOf(error) === 'EEXIST' && (await fs.stat(path)).isFolder) return
    const parent = dirname(path)
    if (!isMissing(error) || parent === path || parent === root) throw error
    await ensureFolder(fs, parent, root)
    return ensureFolder(fs, path, root)
  }
  await fs.syncFolder(dirname(path))
}

/** The names in a folder, sorted; none when there is no such folder. Throws `disk_refused`. */
export async function namesIn(fs: FileSystem, path: string): Promise<string[]> {
  try {
    return (await fs.readFolder(path)).sort()
  } catch (error) {
    if (isMissing(error)) return []
    throw readError(error, `The folder ${basename(path)}`)
  }
}
