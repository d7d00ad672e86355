import { createHash } from 'node:crypto'
import type { Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'

const opening = 'Galley bundle, sha256 '
const sealLength = opening.length + 64

/**
 * Ends a zip with a comment that holds the hash of all before it: names and dates inside a zip's own tables are covered
 * by no file's hash. `end` is the zip's last piece, up to its closing record; `before` has hashed all that went before.
 */
export function sealZip(before: Hash, end: Uint8Array): Uint8Array {
  const sealed = Buffer.concat([end, Buffer.alloc(sealLength)])
  sealed.writeUInt16LE(sealLength, end.length - 2)
  before.update(sealed.subarray(0, end.length))
  sealed.write(opening + before.digest('hex'), end.length, 'latin1')
  return sealed
}

/** What is wrong with a zip's comment, or null. One without a comment was packed by somebody else, which is no fault. */
export async function sealProblem(path: string, comment: string): Promise<string | null> {
  if (comment === '') return null
  if (!comment.startsWith(opening) || comment.length !== sealLength) return 'ends with a comment that is not ours'
  const hash = createHash('sha256')
  const { size } = await stat(path)
  for await (const chunk of createReadStream(path, { end: size - sealLength - 1 })) hash.update(chunk as Buffer)
  return hash.digest('hex') === comment.slice(opening.length) ? null : 'was changed since it was packed'
}
