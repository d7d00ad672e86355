import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** Every file of a folder by its path from there, `/` between parts. */
export async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
  return new Map(
    await Promise.all(
      paths.map(async (path) => [path.split(sep).join('/'), await readFile(join(folder, path))] as const),
    ),
  )
}

/** A JSON file of a bundle. */
export async function jsonIn(bundle: string, path: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(join(bundle, path), 'utf8')) as Record<string, unknown>
}
