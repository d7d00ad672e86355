import { randomBytes } from 'node:crypto'
import { basename, join, relative } from 'node:path'
import { writeAtomically } from './atomic-write.ts'
import { writeError } from './disk-error.ts'
import type { FileSystem } from './file-system.ts'
import { ensureFolder } from './folders.ts'

/** Puts damaged files aside, never deletes one: somebody may still read in them what we cannot. */
export class Quarantine {
  readonly #fs: FileSystem
  readonly #root: string

  /** `root` is the workspace; the files go to `quarantine/` in it. */
  constructor(fs: FileSystem, root: string) {
    this.#fs = fs
    this.#root = root
  }

  /** Moves a file aside with a note of where it was and why. Returns where it is now. Throws `disk_full`, `disk_refused`. */
  async move(path: string, reason: string): Promise<string> {
    return this.#setAside(path, reason, (to) => this.#fs.rename(path, to))
  }

  /** Keeps a copy of a damaged file's bytes, for a file that is mended where it stands. */
  async copy(path: string, bytes: Uint8Array, reason: string): Promise<string> {
    return this.#setAside(path, reason, (to) => writeAtomically(this.#fs, to, bytes, { what: 'A damaged file' }))
  }

  async #setAside(path: string, reason: string, place: (to: string) => Promise<void>): Promise<string> {
    const at = new Date().toISOString()
    const folder = join(this.#root, 'quarantine', `${at.replaceAll(':', '-')}-${randomBytes(4).toString('hex')}`)
    const to = join(folder, basename(path))
    try {
      await ensureFolder(this.#fs, folder, this.#root)
      const note = { file: relative(this.#root, path).replaceAll('\\', '/'), reason, at }
      const bytes = Buffer.from(`${JSON.stringify(note, null, 2)}\n`)
      await writeAtomically(this.#fs, join(folder, 'reason.json'), bytes, { what: 'The note on a damaged file' })
      await place(to)
      await this.#fs.syncFolder(folder)
      return to
    } catch (error) {
      throw writeError(error, 'A damaged file')
    }
  }
}
