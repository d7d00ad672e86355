import { join } from 'node:path'
import type { FileSystem } from './file-system.ts'
import { isMissing } from './disk-error.ts'

/** Removes a file or a folder with all that is in it. For drafts, which hold no links. Gone already is well. */
export async function removeTree(fs: FileSystem, path: string): Promise<void> {
  try {
    if (!(await fs.stat(path)).isFolder) {
      await fs.unlink(path)
      return
    }
    for (const name of await fs.readFolder(path)) await removeTree(fs, join(path, name))
    await fs.removeFolder(path)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}
