import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import { writeAtomically } from './atomic-write.ts'
import { isMissing, writeError } from './disk-error.ts'
import type { FileSystem, OpenFile } from './file-system.ts'
import { Queue } from './queue.ts'
import { readIfThere } from './read.ts'

interface Waiting {
  readonly bytes: Uint8Array
  readonly done: () => void
  readonly failed: (error: unknown) => void
}

/**
 * A file that only grows, durably. Appends that come while the disk is busy share the next sync; one that comes
 * while it is idle waits for nobody. The file is made with the first append.
 */
export class AppendFile {
  readonly #fs: FileSystem
  readonly #path: string
  readonly #what: string
  readonly #queue = new Queue()
  #waiting: Waiting[] = []
  #file: OpenFile | null = null
  /** How many bytes are known to be whole and durable. */
  #length: number
  /** The CRC-32 of them, by which a file that somebody put in the place of ours is told from it; null when not known. */
  #sum: number | null
  /** The file may hold more than `#length`: a write failed half-way and must be taken back first. */
  #torn: boolean

  /**
   * `length` is how much of the file is good: whatever lies behind it is cut off before the first append.
   * `what` names the content for the sentence of an error: "The story". `good` is the good part itself where it was read.
   */
  constructor(fs: FileSystem, path: string, length: number, what: string, good: Uint8Array | null = null) {
    this.#fs = fs
    this.#path = path
    this.#length = length
    this.#sum = good !== null ? crc32(good) : length === 0 ? 0 : null
    this.#what = what
    this.#torn = true
  }

  /**
   * Resolves when `bytes` are on disk. Throws `disk_full`, `disk_refused`: then they are not in the file, nor
   * is what was waiting behind them.
   */
  append(bytes: Uint8Array): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ bytes, done, failed })
      if (this.#waiting.length === 1) void this.#queue.run(() => this.#commit())
    })
  }

  /**
   * Puts other content in the file's place, atomically; `change` gets what is in it and may answer null to leave it.
   * Appends that were asked for earlier are in it, later ones may be or come after.
   */
  replace(change: (bytes: Uint8Array) => Uint8Array | null): Promise<void> {
    return this.#queue.run(async () => {
      const bytes = change(await this.#good())
      if (bytes === null) return
      await this.#letGo()
      await writeAtomically(this.#fs, this.#path, bytes, { what: this.#what })
      this.#length = bytes.byteLength
      this.#sum = crc32(bytes)
      this.#torn = false
    })
  }

  /** Begins an empty file. What lies in its place is ours no more, or is needed no more: `aside` takes it away. */
  restart(aside: () => Promise<void>): Promise<void> {
    return this.#queue.run(async () => {
      await this.#letGo()
      await aside()
      this.#length = 0
      this.#sum = 0
      this.#torn = true
    })
  }

  /** Waits for the appends that were asked for and closes the file. Another append opens it again. */
  close(): Promise<void> {
    return this.#queue.run(() => this.#letGo())
  }

  async #commit(): Promise<void> {
    const batch = this.#waiting
    this.#waiting = []
    if (batch.length === 0) return
    try {
      const file = await this.#ready()
      const bytes = Buffer.concat(batch.map((each) => each.bytes))
      this.#torn = true
      await file.write(bytes)
      await file.datasync()
      if (!(await file.hasName()) || (await this.#bytes()) !== this.#length + bytes.byteLength) throw gone(this.#path)
      this.#torn = false
      this.#length += bytes.byteLength
      if (this.#sum !== null) this.#sum = crc32(bytes, this.#sum)
      for (const each of batch) each.done()
    } catch (error) {
      // After a failed sync nobody knows what the disk holds: the handle goes, and the tail is taken back now if it can be.
      await this.#letGo()
      await this.#mend().catch(() => undefined)
      const failure = writeError(error, this.#what)
      // What waited behind it must not be in the file without it.
      const behind = this.#waiting
      this.#waiting = []
      for (const each of [...batch, ...behind]) each.failed(failure)
    }
  }

  async #ready(): Promise<OpenFile> {
    if (this.#torn) await this.#mend()
    this.#file ??= await this.#open()
    return this.#file
  }

  async #open(): Promise<OpenFile> {
    const file = await this.#fs.open(this.#path, 'a')
    try {
      if (this.#length === 0) await this.#fs.syncFolder(dirname(this.#path))
    } catch (error) {
      await file.close().catch(() => undefined)
      throw error
    }
    return file
  }

  /** Cuts off what lies behind the good part. */
  async #mend(): Promise<void> {
    await this.#letGo()
    const bytes = await this.#bytes()
    if (bytes > this.#length) {
      // Another program's file must not be cut.
      if (this.#length > 0) await this.#good()
      const file = await this.#fs.open(this.#path, 'r+')
      try {
        await file.truncate(this.#length)
        await file.sync()
      } finally {
        await file.close()
      }
    } else if (bytes < this.#length) {
      // Appending would leave a hole that replay stops at: better refused than lost.
      throw gone(this.#path)
    } else if (bytes > 0) await this.#good()
    this.#torn = false
  }

  /** The good part as it lies on the disk. Fails when it is not what was written. */
  async #good(): Promise<Uint8Array> {
    const bytes = ((await readIfThere(this.#fs, this.#path)) ?? new Uint8Array()).subarray(0, this.#length)
    if (this.#sum !== null && crc32(bytes) !== this.#sum) throw gone(this.#path)
    return bytes
  }

  async #bytes(): Promise<number> {
    try {
      return (await this.#fs.stat(this.#path)).bytes
    } catch (error) {
      if (isMissing(error)) return 0
      throw error
    }
  }

  async #letGo(): Promise<void> {
    const file = this.#file
    this.#file = null
    await file?.close().catch(() => undefined)
  }
}

function gone(path: string): Error {
  return Object.assign(new Error(`${path} no longer holds what was written to it`), { code: 'ENOENT' })
}
