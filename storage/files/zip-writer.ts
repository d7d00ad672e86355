import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'
import type { OpenFile } from './file-system.ts'
import { sealZip } from './zip-seal.ts'
import type { SealWords } from './zip-seal.ts'

const deflated = promisify(deflateRaw)
const most16 = 0xffff
const most32 = 0xffffffff
/** Noon of the first day that a zip can name: 1980-01-01 12:00. Times lie in the files themselves. */
const noTime = 12 << 11
const noDay = (1 << 5) | 1
/** Names are UTF-8. */
const flags = 0x0800
/** Written by a Unix, by a version 4.5 of the format; an ordinary file that its owner may write. */
const madeBy = (3 << 8) | 45
const mode = 0o100644 * 0x10000

/** Nothing in our zips is packed tighter, so that a zip which claims more is known for a bomb. */
export const tightest = 100

/**
 * Writes a zip into an open file, one entry after the other, with the 64-bit extension where it is needed. In memory are
 * the entry at hand and the table of names.
 */
export class ZipWriter {
  readonly #file: OpenFile
  readonly #hash = createHash('sha256')
  readonly #table: Buffer[] = []
  #offset = 0

  constructor(file: OpenFile) {
    this.#file = file
  }

  /** Adds a file of less than 4 GB. `packed` says that deflating it again would gain nothing. */
  async add(path: string, bytes: Uint8Array, { packed = false }: { readonly packed?: boolean } = {}): Promise<void> {
    const small = packed ? null : await deflated(bytes)
    const isDeflated = small !== null && small.length < bytes.length && bytes.length < small.length * tightest
    const data = isDeflated ? small : bytes
    const name = Buffer.from(path)
    const needs = this.#offset >= most32 ? 45 : 20
    const about = Buffer.alloc(26)
    about.writeUInt16LE(needs, 0)
    about.writeUInt16LE(flags, 2)
    about.writeUInt16LE(isDeflated ? 8 : 0, 4)
    about.writeUInt16LE(noTime, 6)
    about.writeUInt16LE(noDay, 8)
    about.writeUInt32LE(crc32(bytes), 10)
    about.writeUInt32LE(data.length, 14)
    about.writeUInt32LE(bytes.length, 18)
    about.writeUInt16LE(name.length, 22)
    this.#table.push(tableEntry(about, name, this.#offset))
    await this.#write(Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, name]))
    await this.#write(data)
  }

  /** Writes the table and the seal. The file is not synced. */
  async end(words: SealWords): Promise<void> {
    const from = this.#offset
    for (const entry of this.#table) await this.#write(entry)
    const end = closing(this.#table.length, from, this.#offset - from)
    await this.#file.write(sealZip(words, this.#hash, end))
  }

  async #write(bytes: Uint8Array): Promise<void> {
    this.#hash.update(bytes)
    await this.#file.write(bytes)
    this.#offset += bytes.length
  }
}

function tableEntry(about: Buffer, name: Buffer, offset: number): Buffer {
  const far = offset >= most32
  const extra = Buffer.alloc(far ? 12 : 0)
  if (far) {
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(8, 2)
    extra.writeBigUInt64LE(BigInt(offset), 4)
  }
  const head = Buffer.alloc(46)
  head.write('PK\x01\x02', 'latin1')
  head.writeUInt16LE(madeBy, 4)
  about.copy(head, 6)
  head.writeUInt16LE(extra.length, 30)
  head.writeUInt32LE(mode, 38)
  head.writeUInt32LE(far ? most32 : offset, 42)
  return Buffer.concat([head, name, extra])
}

/** The records behind the table; see 4.3.14 to 4.3.16 of the format's specification, APPNOTE.TXT. */
function closing(entries: number, from: number, length: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(Math.min(entries, most16), 8)
  end.writeUInt16LE(Math.min(entries, most16), 10)
  end.writeUInt32LE(Math.min(length, most32), 12)
  end.writeUInt32LE(Math.min(from, most32), 16)
  if (entries < most16 && from < most32 && length < most32) return end
  const large = Buffer.alloc(56)
  large.write('PK\x06\x06', 'latin1')
  large.writeBigUInt64LE(44n, 4)
  large.writeUInt16LE(madeBy, 12)
  large.writeUInt16LE(45, 14)
  large.writeBigUInt64LE(BigInt(entries), 24)
  large.writeBigUInt64LE(BigInt(entries), 32)
  large.writeBigUInt64LE(BigInt(length), 40)
  large.writeBigUInt64LE(BigInt(from), 48)
  const locator = Buffer.alloc(20)
  locator.write('PK\x06\x07', 'latin1')
  locator.writeBigUInt64LE(BigInt(from + length), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([large, locator, end])
}
