import { join } from 'node:path'
import { isTemporary } from '../../files/atomic-write.ts'
import { isMissing } from '../../files/disk-error.ts'
import type { FileSystem } from '../../files/file-system.ts'
import { namesIn } from '../../files/folders.ts'

/** Deeper than any workspace is: a link that leads back to its own folder ends here. */
const deepest = 32

/** What can be made again, or holds for one process or one disk only; beside it, what was never finished. */
const leftOut = /^(?:\.lock(?:\..*)?|backups|index\.sqlite(?:-.*)?|media\/renditions)$/
const unfinished = /^\.galley-.*\.partial(?:\.zip)?$/

/**
 * The files of a workspace that a backup holds, as paths with `/`, sorted within each folder: a story's journal is read
 * before its snapshots, so that a story which is being written is whole in the backup. Links are followed: photos may
 * live on another disk.
 */
export async function* workspaceFiles(fs: FileSystem, root: string, inside = '', depth = 0): AsyncGenerator<string> {
  if (depth > deepest) return
  for (const name of await namesIn(fs, join(root, inside))) {
    const path = inside === '' ? name : `${inside}/${name}`
    if (leftOut.test(path) || unfinished.test(name) || isTemporary(name)) continue
    const isFolder = await isFolderAt(fs, join(root, path))
    if (isFolder === true) yield* workspaceFiles(fs, root, path, depth + 1)
    else if (isFolder === false) yield path
  }
}

/** Null when it is gone since it was listed. */
async function isFolderAt(fs: FileSystem, path: string): Promise<boolean | null> {
  try {
    return (await fs.stat(path)).isFolder
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
