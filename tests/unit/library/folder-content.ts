import { readFile, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** Every file below a folder by its path, as hexadecimal, so that two folders can be compared to the byte. */
export async function contentOf(root: string): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const read = files.sort().map(async (path): Promise<[string, string]> => {
    return [relative(root, path).replaceAll('\\', '/'), (await readFile(path)).toString('hex')]
  })
  return Object.fromEntries(await Promise.all(read))
}
