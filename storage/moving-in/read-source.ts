import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { errnoOf } from '../files/disk-error.ts'
import { GalleyError } from '../model/errors.ts'

/** Larger than any story, in bytes: what is larger is something else. */
export const largestSource = 64 * 1024 ** 2

const notStories =
  /\.(?:css|s[ac]ss|less|[cm]?jsx?|[cm]?tsx?|map|csv|tsv|xml|rss|xsl|xsd|svg|ya?ml|toml|ini|cfg|conf|log|sql|py|rb|php|sh|bat|ps1|c|h|cpp|java|go|rs|lock|url|webloc|srt|vtt|ics|vcf)$/iu

/**
 * The bytes of a file that was found in a folder: never of what a link leads to. Throws `not_found`, `too_large`,
 * `unsupported_format`, `disk_refused`.
 */
export async function readSource(path: string): Promise<Uint8Array> {
  const name = basename(path)
  if (notStories.test(name)) {
    throw new GalleyError('unsupported_format', 'This file holds data or code and no story. Nothing was added.')
  }
  try {
    // A pipe that took the file's place would otherwise be waited for.
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    try {
      const facts = await file.stat()
      if (!facts.isFile()) throw new GalleyError('invalid_input', 'This is no file any more. Nothing was added.')
      if (facts.size > largestSource) {
        throw new GalleyError('too_large', `The file is larger than ${largestSource / 1024 ** 2} MB.`)
      }
      return await file.readFile()
    } finally {
      await file.close()
    }
  } catch (cause) {
    if (cause instanceof GalleyError) throw cause
    if (errnoOf(cause) === 'ENOENT') throw new GalleyError('not_found', 'There is no such file.', { cause })
    throw new GalleyError('disk_refused', 'The file could not be read. Look at its permissions.', { cause })
  }
}
