import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Writes the files of one flat folder as an asar archive that Electron can start from.
 *
 * Layout: four little-endian 32-bit numbers (4, header size + 8, header size + 4, JSON length), the JSON
 * header padded to four bytes, then the files' bytes one after another.
 */
export async function writeAsar(folder: string, archive: string): Promise<void> {
  const names = (await readdir(folder)).sort()
  const contents = await Promise.all(names.map((name) => readFile(join(folder, name))))
  const files: Record<string, { size: number; offset: string }> = {}
  let offset = 0
  for (const [at, name] of names.entries()) {
    const size = contents[at]?.length ?? 0
    files[name] = { size, offset: String(offset) }
    offset += size
  }
  const json = Buffer.from(JSON.stringify({ files }))
  const padded = Math.ceil(json.length / 4) * 4
  const head = Buffer.alloc(16 + padded)
  head.writeUInt32LE(4, 0)
  head.writeUInt32LE(padded + 8, 4)
  head.writeUInt32LE(padded + 4, 8)
  head.writeUInt32LE(json.length, 12)
  json.copy(head, 16)
  await writeFile(archive, Buffer.concat([head, ...contents]))
}
