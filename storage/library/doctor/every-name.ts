import { join } from 'node:path'
import { isMissing } from '../../files/disk-error.ts'
import type { FileSystem } from '../../files/file-system.ts'
import { namesIn } from '../../files/folders.ts'

/** Deeper than any workspace is: a link that leads back to its own folder ends here. */
const deepest = 16

/** The absolute paths of everything below a folder, folders before what is in them, except what was put aside. */
export async function* everyName(fs: FileSystem, folder: string, depth = 0): AsyncGenerator<string> {
  if (depth > deepest) return
  for (const name of await namesIn(fs, folder)) {
    if (depth === 0 && name === 'quarantine') continue
    const path = join(folder, name)
    yield path
    if (await isFolder(fs, path)) yield* everyName(fs, path, depth + 1)
  }
}

async function isFolder(fs: FileSystem, path: string): Promise<boolean> {
  try {
    return (await fs.stat(path)).isFolder
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}
