import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'

/** What saving is measured against: a file that bytes are appended to and synced, and nothing else. */
export class PlainFile {
  readonly #file: FileHandle

  private constructor(file: FileHandle) {
    this.#file = file
  }

  static async open(path: string): Promise<PlainFile> {
    return new PlainFile(await open(path, 'a'))
  }

  /** Appends so many bytes, so many times, and returns the milliseconds until each was on the disk. */
  async append(times: number, bytes: number): Promise<number[]> {
    const content = Buffer.alloc(Math.round(bytes), 'a')
    const samples: number[] = []
    for (let at = 0; at < times; at += 1) {
      const from = performance.now()
      await this.#file.write(content)
      await this.#file.datasync()
      samples.push(performance.now() - from)
    }
    return samples
  }

  close(): Promise<void> {
    return this.#file.close()
  }
}
