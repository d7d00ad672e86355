import { readFile, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { errnoOf } from '../files/disk-error.ts'
import { GalleyError } from '../model/errors.ts'

/**
 * The bytes of a file, or of `input` for `-`. Refuses folders, and anything of more than `largest` bytes before it is
 * in memory. Throws `not_found`, `invalid_input`, `too_large`, `disk_refused`.
 */
export async function readInput(file: string, largest: number, input: Readable): Promise<Uint8Array> {
  if (file === '-') return readStream(input, largest)
  try {
    const facts = await stat(file)
    if (facts.isDirectory()) throw new GalleyError('invalid_input', 'This is a folder. Name the files in it.')
    if (facts.size > largest) throw tooLarge(largest)
    return await readFile(file)
  } catch (cause) {
    if (cause instanceof GalleyError) throw cause
    if (errnoOf(cause) === 'ENOENT') throw new GalleyError('not_found', 'There is no such file.', { cause })
    throw new GalleyError('disk_refused', 'The file could not be read. Look at its permissions.', { cause })
  }
}

async function readStream(input: Readable, largest: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of input as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > largest) throw tooLarge(largest)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge(largest: number): GalleyError {
  return new GalleyError('too_large', `The file is larger than ${Math.floor(largest / 1024 ** 2)} MB.`)
}
