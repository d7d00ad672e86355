import type { FileSystem, OpenFile } from '../../../storage/files/file-system.ts'
import { nodeFileSystem } from '../../../storage/files/node-file-system.ts'

export type DiskCall = keyof FileSystem | keyof OpenFile

/** A disk, the real one when no other is given, whose calls are counted, and fail when `fault` names an errno for one. */
export class FaultyFileSystem implements FileSystem {
  readonly calls: { readonly call: DiskCall; readonly path: string }[] = []
  fault: (call: DiskCall, path: string) => string | null = () => null
  readonly #disk: FileSystem

  constructor(disk: FileSystem = nodeFileSystem) {
    this.#disk = disk
  }

  async open(path: string, flags: 'wx' | 'a' | 'r+'): Promise<OpenFile> {
    this.#meet('open', path)
    const file = await this.#disk.open(path, flags)
    return {
      write: async (bytes) => {
        try {
          this.#meet('write', path)
        } catch (error) {
          // As a full disk does: a part is written before it refuses.
          await file.write(bytes.subarray(0, bytes.byteLength >> 1))
          throw error
        }
        await file.write(bytes)
      },
      sync: async () => {
        this.#meet('sync', path)
        await file.sync()
      },
      datasync: async () => {
        this.#meet('datasync', path)
        await file.datasync()
      },
      truncate: async (length) => {
        this.#meet('truncate', path)
        await file.truncate(length)
      },
      hasName: async () => {
        this.#meet('hasName', path)
        return file.hasName()
      },
      close: async () => {
        // A descriptor is gone even when closing it reports an error.
        await file.close()
        this.#meet('close', path)
      },
    }
  }
  async readFile(path: string): Promise<Uint8Array> {
    this.#meet('readFile', path)
    return this.#disk.readFile(path)
  }
  async rename(from: string, to: string): Promise<void> {
    this.#meet('rename', to)
    await this.#disk.rename(from, to)
  }
  async link(from: string, to: string): Promise<void> {
    this.#meet('link', to)
    await this.#disk.link(from, to)
  }
  async unlink(path: string): Promise<void> {
    this.#meet('unlink', path)
    await this.#disk.unlink(path)
  }
  async makeFolder(path: string): Promise<void> {
    this.#meet('makeFolder', path)
    await this.#disk.makeFolder(path)
  }
  async removeFolder(path: string): Promise<void> {
    this.#meet('removeFolder', path)
    await this.#disk.removeFolder(path)
  }
  async readFolder(path: string): Promise<string[]> {
    this.#meet('readFolder', path)
    return this.#disk.readFolder(path)
  }
  async stat(path: string): ReturnType<FileSystem['stat']> {
    this.#meet('stat', path)
    return this.#disk.stat(path)
  }
  async syncFolder(path: string): Promise<void> {
    this.#meet('syncFolder', path)
    await this.#disk.syncFolder(path)
  }

  count(call: DiskCall): number {
    return this.calls.filter((made) => made.call === call).length
  }

  #meet(call: DiskCall, path: string): void {
    this.calls.push({ call, path })
    const code = this.fault(call, path)
    if (code !== null) throw Object.assign(new Error(`${code}: ${call} ${path}`), { code })
  }
}
