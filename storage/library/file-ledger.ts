import { join } from 'node:path'
import type { FileSystem } from '../files/file-system.ts'
import { ensureFolder, namesIn } from '../files/folders.ts'
import { writeError } from '../files/disk-error.ts'
import { ledgerEntrySchema } from '../model/ledger.ts'
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

  /** Takes in what other programs entered into the months that were read. */
  async look(): Promise<void> {
    for (const store of this.#stores.values()) await (await store).look()
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
      both,
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

/** What is in the ledger was published, whoever entered it: no line goes. */
function both(ours: LedgerFile, theirs: LedgerFile): LedgerFile {
  const known = new Set(theirs.entries.map(lineOf))
  const missing = ours.entries.filter((entry) => !known.has(lineOf(entry)))
  if (missing.length === 0) return theirs
  const entries = [...theirs.entries, ...missing].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return { ...theirs, entries }
}

/** An entry in the order of the schema, in which it is read again. */
function lineOf(entry: LedgerEntry): string {
  return JSON.stringify(ledgerEntrySchema.parse(entry))
}
