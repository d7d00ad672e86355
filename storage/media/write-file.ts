import { dirname } from 'node:path'
import { writeAtomically } from '../files/atomic-write.ts'
import { writeError } from '../files/disk-error.ts'
import type { FileSystem } from '../files/file-system.ts'
import { ensureFolder } from '../files/folders.ts'
import { mustStand } from '../files/must-stand.ts'

/**
 * Writes a whole file of the media store of the workspace `root` durably, with the folders it lies in.
 * Throws `disk_full`, `disk_refused`, also when the workspace is there no more.
 */
export async function writeMediaFile(files: FileSystem, root: string, path: string, bytes: Uint8Array): Promise<void> {
  const what = 'The photo'
  await mustStand(files, root, what)
  await ensureFolder(files, dirname(path), root).catch((error: unknown) => {
    throw writeError(error, what)
  })
  await writeAtomically(files, path, bytes, { what })
}
