import { dirname, join } from 'node:path'
import type { FileSystem } from '../../files/file-system.ts'
import { ensureFolder } from '../../files/folders.ts'
import { GalleyError } from '../../model/errors.ts'
import { sha256 } from '../hash.ts'
import { isArchivePath } from '../../files/archive-path.ts'
import type { ManifestFile } from './manifest.ts'

/** A bundle being built aside, as a folder. Nothing of it has its final name. */
export interface FolderDraft {
  readonly path: string
  /** What was added so far, as the manifest will list it. */
  readonly files: ReadonlyMap<string, ManifestFile>
  /** Adds a file; the same file again is taken once. Throws `internal` for another one of that path. */
  add(
    path: string,
    content: string | Uint8Array,
    about: Pick<ManifestFile, 'mediaType' | 'role'>,
  ): Promise<ManifestFile>
  /** Writes a file that the manifest does not list: the manifest. */
  write(path: string, content: string): Promise<void>
}

/** Starts a bundle in `path`, which must not exist. */
export async function openFolderDraft(fs: FileSystem, path: string): Promise<FolderDraft> {
  await ensureFolder(fs, path)
  const files = new Map<string, ManifestFile>()
  const folders = new Set([path])

  const write = async (inside: string, bytes: Uint8Array): Promise<void> => {
    if (!isArchivePath(inside)) throw new GalleyError('internal', `A bundle cannot hold a file named ${inside}.`)
    const target = join(path, ...inside.split('/'))
    if (!folders.has(dirname(target))) {
      await ensureFolder(fs, dirname(target))
      folders.add(dirname(target))
    }
    const file = await fs.open(target, 'wx')
    try {
      await file.write(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
  }

  return {
    path,
    files,
    add: async (inside, content, { mediaType, role }) => {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content
      const entry = { path: inside, bytes: bytes.length, sha256: sha256(bytes), mediaType, role }
      const known = files.get(inside)
      if (known?.sha256 === entry.sha256) return known
      if (known !== undefined) throw new GalleyError('internal', `Two different files would be named ${inside}.`)
      files.set(inside, entry)
      await write(inside, bytes)
      return entry
    },
    write: (inside, content) => write(inside, Buffer.from(content)),
  }
}
