import { join, resolve } from 'node:path'
import { removeTemporaries } from '../files/atomic-write.ts'
import { readError, writeError } from '../files/disk-error.ts'
import type { FileSystem } from '../files/file-system.ts'
import { ensureFolder, namesIn } from '../files/folders.ts'
import { readGenerations } from '../files/generations.ts'
import type { DamagedGeneration } from '../files/generations.ts'
import { takeLock } from '../files/lock.ts'
import type { Lock } from '../files/lock.ts'
import { nodeFileSystem } from '../files/node-file-system.ts'
import { Quarantine } from '../files/quarantine.ts'
import type { SnapshotTimes } from '../journal/snapshot-keeper.ts'
import { GalleyError } from '../model/errors.ts'
import type { LanguageTag } from '../model/language.ts'
import { defaultSettings } from '../model/settings.ts'
import type { IndexedFolder, Indexing } from './archive-list.ts'
import { DurableAdapter } from './durable-adapter.ts'
import type { DurableFile } from './durable-adapter.ts'
import { FileLedger } from './file-ledger.ts'
import { FileWorkspace } from './file-workspace.ts'
import { authorityFileSchema, fileParser, workspaceFileSchema } from './formats.ts'
import type { AuthorityFile, WorkspaceFile } from './formats.ts'
import { previousOf } from './places.ts'
import { Store } from './store.ts'
import type { Workspace, WorkspaceEvent } from './workspace.ts'

export interface WorkspaceOptions {
  readonly onEvent?: (event: WorkspaceEvent) => void
  /** Who holds the lock, in words for the next one who wants it: `Galley`, `the galley command`. */
  readonly holder?: string
  readonly fileSystem?: FileSystem
  readonly now?: () => Date
  readonly snapshotTimes?: SnapshotTimes
  /** Whether the files of open stories are watched for what other programs make of them; `lookAround` looks all the same. */
  readonly watch?: boolean
  /** How lists are answered by an index; without, they are made of the files each time. */
  readonly indexing?: (folder: IndexedFolder) => Indexing
}

/**
 * Makes a workspace in a new or empty folder and opens it.
 * Throws `destination_exists` when the folder holds anything, `invalid_input`, `disk_full`, `disk_refused`.
 */
export async function createWorkspace(
  folder: string,
  about: { readonly name: string; readonly language: LanguageTag },
  options: WorkspaceOptions = {},
): Promise<Workspace> {
  const { fileSystem: fs = nodeFileSystem, holder = 'Galley', now = () => new Date() } = options
  const root = resolve(folder)
  const file = workspaceFileSchema.safeParse({
    format: 1,
    name: about.name,
    created: now().toISOString(),
    settings: { ...defaultSettings, language: about.language },
  })
  if (!file.success) throw new GalleyError('invalid_input', 'A workspace needs a name of 1 to 200 characters.')
  await mustBeEmpty(fs, root)
  let lock: Lock | null = null
  try {
    await ensureFolder(fs, root)
    lock = await takeLock(fs, root, holder)
    await mustBeEmpty(fs, root)
    const adapter = new DurableAdapter(workspaceFile(fs, root, () => Promise.resolve()))
    // Both generations, so that damage to one does not close the workspace.
    await adapter.write(file.data)
    await adapter.write(file.data)
  } catch (error) {
    await lock?.release()
    throw writeError(error, 'The workspace')
  }
  return openLocked(root, lock, options)
}

/**
 * Opens a workspace and takes its lock. Throws `workspace_missing`, `workspace_locked` (naming the holder),
 * `workspace_damaged`, `newer_format`, `disk_full`, `disk_refused`.
 */
export async function openWorkspace(folder: string, options: WorkspaceOptions = {}): Promise<Workspace> {
  const { fileSystem: fs = nodeFileSystem, holder = 'Galley' } = options
  const root = resolve(folder)
  // Looked for before the lock is taken: a folder that is no workspace gets no file of ours.
  await mustBeWorkspace(fs, root)
  const lock = await takeLock(fs, root, holder)
  return openLocked(root, lock, options)
}

async function openLocked(root: string, lock: Lock, options: WorkspaceOptions): Promise<Workspace> {
  const {
    fileSystem: fs = nodeFileSystem,
    now = () => new Date(),
    onEvent,
    snapshotTimes,
    watch = false,
    indexing,
  } = options
  try {
    await mustBeWorkspace(fs, root)
    await removeTemporaries(fs, root)
    const quarantine = new Quarantine(fs, root)
    const tell = (event: WorkspaceEvent): void => onEvent?.(event)
    const onDamaged = async ({ path }: DamagedGeneration): Promise<void> => {
      const message = 'A file of the workspace was damaged. It was put aside; what an older copy of it holds is used.'
      tell({ kind: 'damaged', story: null, message, quarantined: await quarantine.move(path, message) })
    }
    const { value: initial, isNewest } = await readWorkspaceFile(fs, root)
    const file = await Store.open<WorkspaceFile>(workspaceFile(fs, root, onDamaged), initial)
    const workspace = new FileWorkspace({
      root,
      fs,
      lock,
      quarantine,
      file,
      indexing: indexing?.({ root, settings: () => file.data.settings }) ?? null,
      names: await Store.open<AuthorityFile>(authorityFile(fs, root, onDamaged), { format: 1, entities: [] }),
      ledger: new FileLedger(fs, root, onDamaged),
      tell,
      now,
      watch,
      ...(snapshotTimes === undefined ? {} : { times: snapshotTimes }),
    })
    // What could not be removed today is removed another day.
    await workspace.removeOldTrash(isNewest).catch(() => undefined)
    return workspace
  } catch (error) {
    await lock.release()
    throw error
  }
}

function workspaceFile(
  fs: FileSystem,
  root: string,
  onDamaged: DurableFile<WorkspaceFile>['onDamaged'],
): DurableFile<WorkspaceFile> {
  const path = join(root, 'galley.json')
  const parse = fileParser(workspaceFileSchema)
  return { fs, path, previous: previousOf(path), what: 'The settings', parse, onDamaged }
}

function authorityFile(
  fs: FileSystem,
  root: string,
  onDamaged: DurableFile<AuthorityFile>['onDamaged'],
): DurableFile<AuthorityFile> {
  const path = join(root, 'authority.json')
  const parse = fileParser(authorityFileSchema)
  return { fs, path, previous: previousOf(path), what: 'The names', parse, onDamaged }
}

async function mustBeEmpty(fs: FileSystem, root: string): Promise<void> {
  const names = await namesIn(fs, root).catch((error: unknown) => {
    throw readError(error, 'The folder')
  })
  // Hidden files are the system's, or our lock.
  if (names.some((name) => !name.startsWith('.'))) {
    throw new GalleyError('destination_exists', `The folder ${root} is not empty. Choose a new or empty folder.`)
  }
}

async function mustBeWorkspace(fs: FileSystem, root: string): Promise<void> {
  await readWorkspaceFile(fs, root)
}

interface ReadWorkspaceFile {
  readonly value: WorkspaceFile
  /** False when this is the generation before, because the newest is damaged or gone. */
  readonly isNewest: boolean
}

/** Reads `galley.json` without touching it. Throws `workspace_missing`, `workspace_damaged`, `newer_format`. */
async function readWorkspaceFile(fs: FileSystem, root: string): Promise<ReadWorkspaceFile> {
  const { path, parse } = workspaceFile(fs, root, () => Promise.resolve())
  const { value, source, damaged } = await readGenerations(fs, [path, previousOf(path)], parse).catch(
    (error: unknown) => {
      throw readError(error, 'The workspace')
    },
  )
  if (value !== null) return { value, isNewest: source?.path === path }
  if (damaged.length === 0) {
    throw new GalleyError('workspace_missing', `There is no workspace in ${root}. Make one with: galley init ${root}`)
  }
  throw new GalleyError(
    'workspace_damaged',
    `The file galley.json in ${root} is damaged. The stories were left as they are; restore that file from a backup.`,
    { cause: damaged[0]?.cause },
  )
}
