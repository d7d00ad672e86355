import { basename } from 'node:path'
import { isMissing, readError } from './disk-error.ts'
import type { FileSystem } from './file-system.ts'

/** The bytes of a file, or null when it is not there. Throws `disk_refused`. */
export async function readIfThere(fs: FileSystem, path: string): Promise<Uint8Array | null> {
  try {
    return await fs.readFile(path)
  } catch (error) {
    if (isMissing(error)) return null
    throw readError(error, `The file ${basename(path)}`)
  }
}

/** Bytes as text. Throws a TypeError on anything that is not UTF-8: damage must not become question marks. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
}
