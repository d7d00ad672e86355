import { constants } from 'node:fs'
import { open, realpath } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import type { Beside } from '../importers/photos-beside.ts'

/** The same limit as that of the store, looked at before a file is read into memory. In bytes. */
const largestPhoto = 100 * 1024 ** 2

/**
 * What lies beside a file of a folder. Only files inside `root` are read, wherever an address or a link leads, and an
 * address of the web stands for a file of its name in the folder of the source: that is how systems send photos along.
 */
export function folderBeside(source: string, root: string): Beside {
  const folder = dirname(resolve(source))
  return {
    read: async (address) => {
      for (const path of placesOf(address, folder, resolve(root))) {
        const bytes = await readInside(path, root)
        if (bytes !== null) return { name: basename(path), bytes }
      }
      return null
    },
  }
}

function placesOf(address: string, folder: string, root: string): string[] {
  const inBundle = /^bundle:\/\/(?<path>.*)$/u.exec(address)?.groups?.['path']
  if (inBundle !== undefined) return foldersUpTo(folder, root).flatMap((each) => inside(each, inBundle))
  if (/^(?:https?:)?\/\//iu.test(address)) return inside(folder, address.split(/[?#]/u)[0]?.split('/').at(-1) ?? '')
  return /^[a-z][a-z0-9+.-]*:/iu.test(address) ? [] : inside(folder, address)
}

/** The folder and those that it lies in, as far as the root. */
function foldersUpTo(folder: string, root: string): string[] {
  const parent = dirname(folder)
  return folder === root || parent === folder ? [folder] : [folder, ...foldersUpTo(parent, root)]
}

/** An address with and without what follows a question mark, each as it is written and as it is meant. */
function inside(folder: string, address: string): string[] {
  const written = [address, address.split(/[?#]/u)[0] ?? '']
  const meant = [...new Set(written.flatMap((each) => [decoded(each), each]))]
  return meant.filter((path) => path !== '' && !path.includes('\0')).map((path) => join(folder, path))
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

async function readInside(path: string, root: string): Promise<Uint8Array | null> {
  try {
    const [real, realRoot] = [await realpath(path), await realpath(root)]
    const way = relative(realRoot, real)
    if (way === '' || way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way) return null
    const file = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    try {
      const facts = await file.stat()
      return facts.isFile() && facts.size <= largestPhoto ? await file.readFile() : null
    } finally {
      await file.close()
    }
  } catch {
    // Whatever cannot be read is a photo that has not come, which is told of.
    return null
  }
}
