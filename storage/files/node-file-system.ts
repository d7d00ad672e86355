import { link, mkdir, open, readFile, readdir, rename, rmdir, stat, unlink } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { errnoOf } from './disk-error.ts'
import type { FileSystem, OpenFile } from './file-system.ts'

/** Node's file system: the real disk. */
export const nodeFileSystem: FileSystem = {
  open: async (path, flags) => openedFile(await open(path, flags), path),
  readFile: (path) => readFile(path),
  rename: (from, to) => patiently(() => rename(from, to)),
  link: (from, to) => link(from, to),
  unlink: (path) => unlink(path),
  makeFolder: async (path) => {
    await mkdir(path)
  },
  removeFolder: (path) => rmdir(path),
  readFolder: (path) => readdir(path),
  stat: async (path) => {
    const facts = await stat(path)
    return { bytes: facts.size, modified: facts.mtimeMs, isFolder: facts.isDirectory() }
  },
  syncFolder: async (path) => {
    // Windows opens no folders as files; NTFS journals the names itself.
    if (process.platform === 'win32') return
    const folder = await open(path, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  },
}

function openedFile(handle: FileHandle, path: string): OpenFile {
  return {
    write: async (bytes) => {
      let written = 0
      while (written < bytes.byteLength) {
        const { bytesWritten } = await handle.write(bytes, written)
        written += bytesWritten
      }
    },
    sync: () => handle.sync(),
    datasync: () => handle.datasync(),
    truncate: (length) => handle.truncate(length),
    hasName: async () => {
      const own = await handle.stat({ bigint: true })
      const there = await stat(path, { bigint: true }).catch(() => null)
      return there !== null && there.ino === own.ino && there.dev === own.dev
    },
    close: () => handle.close(),
  }
}

/** On Windows a virus scanner or an indexer may hold a file for a moment after it was written. */
async function patiently(task: () => Promise<void>): Promise<void> {
  for (let patience = process.platform === 'win32' ? 8 : 0; ; patience -= 1) {
    try {
      await task()
      return
    } catch (error) {
      if (patience === 0 || !['EACCES', 'EBUSY', 'EPERM'].includes(errnoOf(error) ?? '')) throw error
      await wait(25 * (9 - patience))
    }
  }
}
