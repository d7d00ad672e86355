import { join } from 'node:path'
import { AppendFile } from '../files/append-file.ts'
import type { FileSystem } from '../files/file-system.ts'
import { readIfThere } from '../files/read.ts'
import { readProvenance, writeProvenance } from '../library/provenance.ts'
import type { Provenance } from '../library/provenance.ts'

/** Where every story of the workspace came from that was moved in: `imports.ndjson`. */
export class ProvenanceFile {
  readonly #file: AppendFile
  readonly #bySource = new Map<string, Provenance>()
  readonly #byPath = new Map<string, Provenance>()

  private constructor(file: AppendFile, known: readonly Provenance[]) {
    this.#file = file
    for (const provenance of known) this.#keep(provenance)
  }

  /** Throws `disk_refused`, `newer_format`. */
  static async open(fs: FileSystem, root: string): Promise<ProvenanceFile> {
    const path = join(root, 'imports.ndjson')
    const bytes = (await readIfThere(fs, path)) ?? new Uint8Array()
    const { known, good } = readProvenance(bytes)
    return new ProvenanceFile(new AppendFile(fs, path, good, 'The list of imports', bytes.subarray(0, good)), known)
  }

  /** What was last noted of a file with these bytes. */
  ofSource(source: string): Provenance | null {
    return this.#bySource.get(source) ?? null
  }

  /** What was last noted of the file at a path. */
  ofPath(path: string): Provenance | null {
    return this.#byPath.get(path) ?? null
  }

  /** Durable when it resolves. Throws `disk_full`, `disk_refused`; then nothing was noted. */
  async note(noted: readonly Provenance[]): Promise<void> {
    await this.#file.append(Buffer.from(noted.map(writeProvenance).join('')))
    for (const provenance of noted) this.#keep(provenance)
  }

  close(): Promise<void> {
    return this.#file.close()
  }

  #keep(provenance: Provenance): void {
    this.#bySource.set(provenance.source, provenance)
    if (provenance.from !== '') this.#byPath.set(provenance.from, provenance)
  }
}
