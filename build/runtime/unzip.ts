import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { pipeline } from 'node:stream/promises'
import yauzl from 'yauzl'

/**
 * Unpacks a zip archive, keeping file permissions.
 *
 * @param place names where an entry goes, relative to `folder`; `undefined` leaves the entry out
 */
export async function unzip(
  archive: string,
  folder: string,
  place: (entry: string) => string | undefined,
): Promise<void> {
  const zip = await yauzl.openPromise(archive)
  try {
    for await (const entry of zip.eachEntry()) {
      const name = place(entry.fileName)
      if (name === undefined || entry.fileName.endsWith('/')) continue
      const file = join(folder, normalize(`/${name}`))
      await mkdir(dirname(file), { recursive: true })
      const mode = (entry.externalFileAttributes >>> 16) & 0o777
      await pipeline(
        await zip.openReadStreamPromise(entry),
        createWriteStream(file, { mode: mode === 0 ? 0o644 : mode }),
      )
    }
  } finally {
    zip.close()
  }
}
