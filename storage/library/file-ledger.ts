import { join } from 'node:path'
import type { FileSystem } from '../files/file-system.ts'
import { ensureFolder, namesIn } from '../files/folders.ts'
import { writeError } from '../files/disk-error.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import { fileParser, ledgerFileSchema } from './formats.ts'
import type { LedgerFile } from './formats.ts'
import type { Ledger } from './ledger.ts'
import { previousOf } from './places.ts'
import { Store } from './store.ts'
import type { DurableFile } from './durable-adapter.ts'

const monthFile = /^(\d{4}-\d{2})(?:\.prev)?\.json$/
const month = /^\d{4}-\d{2}$/

/** The ledger in `published/`. A month's file is read when it is first asked for. */
export class FileLedger implements Ledger {
  readonly #fs: FileSystem
  readonly #root: string
  readonly #folder: string
  readonly #onDamaged: DurableFile<LedgerFile>['onDamaged']
  readonly #stores = new Map<string, Promise<Store<LedgerFile>>>()

  constructor(fs: FileSystem, root: string, onDamaged: DurableFile<LedgerFile>['onDamaged']) {
    this.#fs = fs
    this.#root = root
    this.#folder = join(root, 'published')
    this.#onDamaged = onDamaged
  }

  async append(entries: readonly LedgerEntry[]): Promise<void> {
    await ensureFolder(this.#fs, this.#folder, this.#root).catch((error: unknown) => {
      throw writeError(error, 'The ledger')
    })
    for (const key of new Set(entries.map(monthOf))) {
      const store = await this.#store(key)
      const some = entries.filter((entry) => monthOf(entry) === key)
      await store.change((file) => ({ ...file, entries: [...file.entries, ...some] }))
    }
  }

  async read(key: string): Promise<readonly LedgerEntry[]> {
    return month.test(key) ? (await this.#store(key)).data.entries : []
  }

  async months(): Promise<readonly string[]> {
    const names = await namesIn(this.#fs, this.#folder)
    return [...new Set(names.flatMap((name) => monthFile.exec(name)?.[1] ?? []))]
  }

  /** Resolves when every append is written or refused. */
  async idle(): Promise<void> {
    for (const store of this.#stores.values()) await (await store).idle()
  }

  #store(key: string): Promise<Store<LedgerFile>> {
    const known = this.#stores.get(key)
    if (known !== undefined) return known
    const path = join(this.#folder, `${key}.json`)
    const opened = Store.open<LedgerFile>(
      {
        fs: this.#fs,
        path,
        previous: previousOf(path),
        what: 'The ledger',
        parse: fileParser(ledgerFileSchema),
        onDamaged: this.#onDamaged,
      },
      { format: 1, entries: [] },
    )
    this.#stores.set(key, opened)
    // A file that could not be opened is tried again the next time.
    opened.catch(() => this.#stores.delete(key))
    return opened
  }
}

function monthOf(entry: LedgerEntry): string {
  return entry.at.slice(0, 7)
}
