import { basename, dirname } from 'node:path'
import type { FileFacts, FileSystem, OpenFile } from '../../../storage/files/file-system.ts'

/** Draws a whole number from 0 up to, not including, `below`. */
export type Chance = (below: number) => number

class File {
  readonly kind = 'file'
  content: Uint8Array = new Uint8Array()
  /** What is safe: the content at the last sync. */
  synced: Uint8Array = new Uint8Array()
  names = 0
  modified = clock()
}

class Folder {
  readonly kind = 'folder'
  readonly entries = new Map<string, File | Folder>()
  /** The names that are safe. */
  readonly synced = new Map<string, File | Folder>()
  modified = clock()
}

interface Name {
  readonly folder: Folder
  readonly name: string
  readonly node: File | Folder
}

/** A change of names that no sync of a folder has made safe yet: all of it is kept or none. */
interface NameChange {
  readonly added: readonly Name[]
  readonly removed: readonly Name[]
}

/**
 * A disk in memory that knows what a power cut leaves, and is no kinder than the worst of disks. Content counts from the
 * last sync of its file: what was written since may be there, missing, there in part, or there as zeros. Names count from
 * the last sync of their folder: of the creations, renames and removals since, any may have happened without the
 * others; a rename alone is never half-done. A new name may stand for a file whose content never came.
 */
export class PowerCutFileSystem implements FileSystem {
  readonly #root = new Folder()
  #changes: NameChange[] = []

  async open(path: string, flags: 'wx' | 'a' | 'r+'): Promise<OpenFile> {
    const folder = this.#folder(dirname(path))
    const name = basename(path)
    const known = folder.entries.get(name)
    if (known?.kind === 'folder') throw failure('EISDIR', path)
    if (known !== undefined && flags === 'wx') throw failure('EEXIST', path)
    if (known === undefined && flags === 'r+') throw failure('ENOENT', path)
    const file = known ?? new File()
    if (known === undefined) this.#change([{ folder, name, node: file }], [])
    return openFile(file, flags === 'a')
  }
  async readFile(path: string): Promise<Uint8Array> {
    return Buffer.from(this.#file(path).content)
  }
  async rename(from: string, to: string): Promise<void> {
    const source = this.#folder(dirname(from))
    const node = this.#node(from)
    const target = this.#folder(dirname(to))
    const standing = target.entries.get(basename(to))
    if (standing === node) return
    if (standing?.kind === 'folder' && node.kind === 'file') throw failure('EISDIR', to)
    if (standing?.kind === 'file' && node.kind === 'folder') throw failure('ENOTDIR', to)
    if (standing?.kind === 'folder' && standing.entries.size > 0) throw failure('ENOTEMPTY', to)
    this.#change([{ folder: target, name: basename(to), node }], [{ folder: source, name: basename(from), node }])
  }
  async link(from: string, to: string): Promise<void> {
    const folder = this.#folder(dirname(to))
    if (folder.entries.has(basename(to))) throw failure('EEXIST', to)
    this.#change([{ folder, name: basename(to), node: this.#file(from) }], [])
  }
  async unlink(path: string): Promise<void> {
    const node = this.#file(path)
    this.#change([], [{ folder: this.#folder(dirname(path)), name: basename(path), node }])
  }
  async makeFolder(path: string): Promise<void> {
    const folder = this.#folder(dirname(path))
    if (folder.entries.has(basename(path))) throw failure('EEXIST', path)
    this.#change([{ folder, name: basename(path), node: new Folder() }], [])
  }
  async removeFolder(path: string): Promise<void> {
    const node = this.#folder(path)
    if (node.entries.size > 0) throw failure('ENOTEMPTY', path)
    this.#change([], [{ folder: this.#folder(dirname(path)), name: basename(path), node }])
  }
  async readFolder(path: string): Promise<string[]> {
    return [...this.#folder(path).entries.keys()]
  }
  async stat(path: string): Promise<FileFacts> {
    const node = this.#node(path)
    const bytes = node.kind === 'file' ? node.content.length : 0
    return { bytes, modified: node.modified, isFolder: node.kind === 'folder' }
  }
  async syncFolder(path: string): Promise<void> {
    const folder = this.#folder(path)
    const touches = ({ added, removed }: NameChange): boolean =>
      [...added, ...removed].some((name) => name.folder === folder)
    for (const change of this.#changes.filter(touches)) carryOut(change, (each) => each.synced)
    this.#changes = this.#changes.filter((change) => !touches(change))
  }

  /** Every file by its path. */
  files(): Map<string, Uint8Array> {
    const found = new Map<string, Uint8Array>()
    const walk = (folder: Folder, path: string): void => {
      for (const [name, node] of [...folder.entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
        if (node.kind === 'file') found.set(`${path}/${name}`, node.content)
        else walk(node, `${path}/${name}`)
      }
    }
    walk(this.#root, '')
    return found
  }

  /** Another disk with the same content, all of it safe: the machine goes on, only the process is gone. */
  copy(): PowerCutFileSystem {
    return this.#rebuilt(
      (folder) => folder.entries,
      (file) => file.content,
    )
  }

  /** The disk as it stands now, to cut the power on later, and more than once. */
  frozen(): (chance: Chance) => PowerCutFileSystem {
    const names = new Map<Folder, Map<string, File | Folder>>()
    const contents = new Map<File, readonly [content: Uint8Array, synced: Uint8Array]>()
    const visit = (node: File | Folder): void => {
      if (node.kind === 'file') {
        contents.set(node, [node.content, node.synced])
      } else if (!names.has(node)) {
        names.set(node, new Map(node.synced))
        for (const each of [...node.synced.values(), ...node.entries.values()]) visit(each)
      }
    }
    visit(this.#root)
    const changes = this.#changes
    for (const { added } of changes) for (const { node } of added) visit(node)
    return (chance) => {
      const left = new Map([...names].map(([folder, entries]) => [folder, new Map(entries)]))
      for (const change of survivors(changes, chance))
        carryOut(change, (folder) => left.get(folder) ?? new Map<string, File | Folder>())
      return this.#rebuilt(
        (folder) => left.get(folder) ?? new Map(),
        (file) => {
          const [content, synced] = contents.get(file) ?? [file.content, file.synced]
          return leftOf(content, synced, chance)
        },
      )
    }
  }

  #rebuilt(
    entriesOf: (folder: Folder) => ReadonlyMap<string, File | Folder>,
    contentOf: (file: File) => Uint8Array,
  ): PowerCutFileSystem {
    const disk = new PowerCutFileSystem()
    const made = new Map<File, File>()
    const fill = (from: Folder, to: Folder): void => {
      for (const [name, node] of entriesOf(from)) {
        if (node.kind === 'folder') {
          const folder = new Folder()
          to.entries.set(name, folder)
          to.synced.set(name, folder)
          fill(node, folder)
          continue
        }
        const file = made.get(node) ?? new File()
        if (!made.has(node)) {
          file.content = contentOf(node)
          file.synced = file.content
          made.set(node, file)
        }
        file.names += 1
        to.entries.set(name, file)
        to.synced.set(name, file)
      }
    }
    fill(this.#root, disk.#root)
    return disk
  }

  #change(added: readonly Name[], removed: readonly Name[]): void {
    const change = { added, removed }
    for (const { folder, name } of added) {
      const standing = folder.entries.get(name)
      if (standing?.kind === 'file') standing.names -= 1
    }
    for (const { node } of removed) if (node.kind === 'file') node.names -= 1
    for (const { node } of added) if (node.kind === 'file') node.names += 1
    carryOut(change, (folder) => folder.entries)
    for (const { folder } of [...added, ...removed]) folder.modified = clock()
    this.#changes = [...this.#changes, change]
  }

  #node(path: string): File | Folder {
    let node: File | Folder = this.#root
    for (const part of path.split('/').filter((each) => each !== '')) {
      if (node.kind === 'file') throw failure('ENOTDIR', path)
      const next: File | Folder | undefined = node.entries.get(part)
      if (next === undefined) throw failure('ENOENT', path)
      node = next
    }
    return node
  }
  #folder(path: string): Folder {
    const node = this.#node(path)
    if (node.kind === 'file') throw failure('ENOTDIR', path)
    return node
  }
  #file(path: string): File {
    const node = this.#node(path)
    if (node.kind === 'folder') throw failure('EISDIR', path)
    return node
  }
}

function openFile(file: File, appends: boolean): OpenFile {
  let at = 0
  let open = true
  const mustBeOpen = (): void => {
    if (!open) throw failure('EBADF', 'a closed file')
  }
  const sync = async (): Promise<void> => {
    mustBeOpen()
    file.synced = file.content
  }
  return {
    write: async (bytes) => {
      mustBeOpen()
      const from = appends ? file.content.length : at
      const behind = file.content.subarray(from + bytes.length)
      file.content = Buffer.concat([file.content.subarray(0, from), bytes, behind])
      file.modified = clock()
      at = from + bytes.length
    },
    sync,
    datasync: sync,
    truncate: async (length) => {
      mustBeOpen()
      file.content = file.content.slice(0, length)
      file.modified = clock()
    },
    hasName: async () => {
      mustBeOpen()
      return file.names > 0
    },
    close: async () => {
      mustBeOpen()
      open = false
    },
  }
}

function carryOut({ added, removed }: NameChange, of: (folder: Folder) => Map<string, File | Folder>): void {
  for (const { folder, name, node } of removed) if (of(folder).get(name) === node) of(folder).delete(name)
  for (const { folder, name, node } of added) of(folder).set(name, node)
}

/** Half of the time a journalling disk's answer, everything up to some moment; else any of them. */
function survivors(changes: readonly NameChange[], chance: Chance): NameChange[] {
  if (chance(2) === 0) return changes.slice(0, chance(changes.length + 1))
  return changes.filter(() => chance(2) === 0)
}

function leftOf(content: Uint8Array, synced: Uint8Array, chance: Chance): Uint8Array {
  if (content === synced) return content
  let safe = 0
  while (safe < Math.min(content.length, synced.length) && content[safe] === synced[safe]) safe += 1
  const somewhere = safe + chance(content.length - safe + 1)
  switch (chance(5)) {
    case 0:
      return synced
    case 1:
      return content
    case 2:
      return content.slice(0, somewhere)
    case 3:
      return Buffer.concat([content.subarray(0, somewhere), Buffer.alloc(content.length - somewhere)])
    default:
      return Buffer.concat([content.subarray(0, safe), Buffer.alloc(somewhere - safe)])
  }
}

function failure(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code })
}

let ticks = 0

/** Some milliseconds since 1970, later with every change, so that two never look like one. */
function clock(): number {
  return Date.UTC(2026, 3, 14, 8) + (ticks += 1) / 1000
}
