import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { isTemporary } from '../../../storage/files/atomic-write.ts'
import { isMissing } from '../../../storage/files/disk-error.ts'
import { everyName } from '../../../storage/library/doctor/every-name.ts'
import type { FileSystem } from '../../../storage/files/file-system.ts'
import { parseLines } from '../../../storage/journal/lines.ts'
import { readProvenance } from '../../../storage/library/provenance.ts'

/**
 * What is wrong with the files below a folder: those that are damaged, and what was `left` unfinished. The last line of
 * a journal may be: it is cut off with the next key.
 */
export async function unsound(fs: FileSystem, root: string): Promise<string[]> {
  const wrong: string[] = []
  for await (const path of everyName(fs, root)) {
    const name = path.slice(root.length + 1)
    // Made from the others, and written by a process of its own, which may outlive a killed main by a moment.
    if (name.startsWith('index.sqlite')) continue
    const bytes = await bytesOf(fs, path)
    if (bytes === null) continue
    if (isTemporary(name.split('/').at(-1) ?? '') || /^\.(?:lock\.|galley-)/.test(name)) wrong.push(`left: ${name}`)
    else {
      const state = stateOf(name, bytes)
      if (state !== 'whole') wrong.push(`${state}: ${name}`)
    }
  }
  return wrong
}

/** What a file holds; null for a folder, and for what went after it was listed: a running Galley saves meanwhile. */
async function bytesOf(fs: FileSystem, path: string): Promise<Buffer | null> {
  try {
    return (await fs.stat(path)).isFolder ? null : Buffer.from(await fs.readFile(path))
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

function stateOf(name: string, bytes: Buffer): 'whole' | 'left' | 'damaged' {
  try {
    if (name.endsWith('.json') || name === '.lock') JSON.parse(bytes.toString())
    if (name.endsWith('.json.gz')) JSON.parse(gunzipSync(bytes).toString())
    if (name === 'imports.ndjson') return importsState(bytes)
    if (!name.endsWith('.ndjson')) return 'whole'
    const { state } = parseLines(bytes)
    return state === 'torn' ? 'left' : state
  } catch {
    return 'damaged'
  }
}

/** Every line stands by itself; what a failed write left behind the last one is cut off with the next import. */
function importsState(bytes: Buffer): 'whole' | 'damaged' {
  const { known, good } = readProvenance(bytes)
  return known.length === bytes.subarray(0, good).toString().split('\n').length - 1 ? 'whole' : 'damaged'
}

/** Makes zeros of a file's content. */
export async function zero(fs: FileSystem, ...parts: string[]): Promise<void> {
  const path = join(...parts)
  const { bytes } = await fs.stat(path)
  await fs.unlink(path)
  await put(fs, path, Buffer.alloc(bytes))
}

/** Puts bytes where no file is. */
export async function put(fs: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const file = await fs.open(path, 'wx')
  await file.write(bytes)
  await file.sync()
  await file.close()
}
