import { createHash } from 'node:crypto'
import type { Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'

/** What a zip of ours ends with: these words, and the hash of all before them. */
export type SealWords = 'Galley bundle, sha256 ' | 'Galley backup, sha256 '

/**
 * Ends a zip with a comment that holds the hash of all before it: names and dates inside a zip's own tables are covered
 * by no file's hash. `end` is the zip's last piece, up to its closing record; `before` has hashed all that went before.
 */
export function sealZip(words: SealWords, before: Hash, end: Uint8Array): Uint8Array {
  const length = words.length + 64
  const sealed = Buffer.concat([end, Buffer.alloc(length)])
  sealed.writeUInt16LE(length, end.length - 2)
  before.update(sealed.subarray(0, end.length))
  sealed.write(words + before.digest('hex'), end.length, 'latin1')
  return sealed
}

/** What is wrong with a zip's comment, or null. One without a comment was packed by somebody else: that is for the caller. */
export async function sealProblem(words: SealWords, path: string, comment: string): Promise<string | null> {
  if (comment === '') return null
  const length = words.length + 64
  if (!comment.startsWith(words) || comment.length !== length) return 'ends with a comment that is not ours'
  const hash = createHash('sha256')
  const { size } = await stat(path)
  for await (const chunk of createReadStream(path, { end: size - length - 1 })) hash.update(chunk as Buffer)
  return hash.digest('hex') === comment.slice(words.length) ? null : 'was changed since it was packed'
}
