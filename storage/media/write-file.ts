import { dirname } from 'node:path'
import { writeAtomically } from '../files/atomic-write.ts'
import { writeError } from '../files/disk-error.ts'
import type { FileSystem } from '../files/file-system.ts'
import { ensureFolder } from '../files/folders.ts'

/** Writes a whole file of the media store durably, with the folders it lies in. Throws `disk_full`, `disk_refused`. */
export async function writeMediaFile(files: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const what = 'The photo'
  await ensureFolder(files, dirname(path)).catch((error: unknown) => {
    throw writeError(error, what)
  })
  await writeAtomically(files, path, bytes, { what })
}
