import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isTemporary } from '../../../storage/files/atomic-write.ts'
import type { FileSystem } from '../../../storage/files/file-system.ts'
import { namesIn } from '../../../storage/files/folders.ts'
import { createWorkspace, openWorkspace } from '../../../storage/library/open-workspace.ts'
import type { WorkspaceOptions } from '../../../storage/library/open-workspace.ts'
import { storyPlaces } from '../../../storage/library/places.ts'
import { storyIds } from '../../../storage/library/story-ids.ts'
import type { Workspace, WorkspaceEvent } from '../../../storage/library/workspace.ts'
import { addPhoto, findPhoto, readOriginal } from '../../../storage/media/photos.ts'
import type { MediaId, StoryId } from '../../../storage/model/ids.ts'
import type { LedgerEntry } from '../../../storage/model/ledger.ts'
import { slugSchema } from '../../../storage/model/record.ts'
import { english, sampleDocument } from '../../fixtures/stories.ts'
import { type } from '../../unit/library/workspaces.ts'
import { put } from './sound-files.ts'

export const moment = new Date('2026-04-14T09:00:00.000Z')

/** Snapshots come only when they are asked for: a process that is gone writes nothing later. */
export const quietly: WorkspaceOptions = {
  snapshotTimes: { quiet: 600_000, longest: 600_000 },
  now: () => moment,
}

/** A closed workspace with two generations of everything. */
export interface FullDesk {
  readonly root: string
  readonly story: StoryId
  /** A story in the trash. */
  readonly trashed: StoryId
  readonly photo: MediaId
}

export const photoBytes = (name = 'armenian.jpg'): Promise<Uint8Array> =>
  readFile(join(import.meta.dirname, '../../fixtures/photos', name))

export async function makeFullDesk(fs: FileSystem, root: string): Promise<FullDesk> {
  const workspace = await createWorkspace(root, { name: 'The desk', language: english }, { ...quietly, fileSystem: fs })
  const story = (await workspace.createStory({ language: english, document: sampleDocument() })).record.id
  await type(workspace, story, 'Ա', '«Ё»')
  await workspace.nameVersion(story, 'first draft')
  await type(workspace, story, '🛶')
  const trashed = (await workspace.createStory({ language: english, document: sampleDocument() })).record.id
  await workspace.trash(trashed)
  // Long enough for a test that goes by the clock of the machine.
  for (const editor of ['Mara Teyf', 'Նարեկ']) await workspace.changeSettings({ editor, trashDays: 3650 })
  for (const name of ['Mara', 'Նարեկ']) await workspace.addEntity({ kind: 'person', name, role: '' })
  const photo = (await addPhoto(root, 'armenian.jpg', await photoBytes(), { files: fs, now: moment })).id
  for (const version of [1, 2]) await workspace.ledger.append([ledgerEntry(story, version)])
  await workspace.close()
  return { root, story, trashed, photo }
}

export function ledgerEntry(story: StoryId, version: number): LedgerEntry {
  return {
    version,
    at: moment.toISOString(),
    kind: version === 1 ? 'first' : 'update',
    note: '',
    sha256: '0'.repeat(64),
    story,
    slug: slugSchema.parse('FERRY'),
    headline: 'The ferry',
    evolvedFrom: version === 1 ? null : version - 1,
    formats: ['ninjs'],
    bundle: 'ferry',
    manifest: '1'.repeat(64),
  }
}

/** What a workspace holds, thing by thing. */
export type Held = ReadonlyMap<string, string>

/** Everything that an editor would miss, to be compared. The ids of new stories are random and left out. */
export async function heldIn(
  workspace: Workspace,
  fs: FileSystem,
  photos: readonly MediaId[],
  known: StoryId,
): Promise<Held> {
  const { root, name, settings } = workspace
  const held = new Map<string, unknown>([
    ['name', name],
    ['settings', settings],
  ])
  let made = 0
  for (const id of await storyIds(fs, root)) {
    // A folder without a story is what is left of one that was never made.
    if ((await namesIn(fs, storyPlaces(root, id).folder)).every(isTemporary)) continue
    const key = id === known ? 'story' : `story, new ${(made += 1)}`
    const { record, document, version } = await workspace.readStory(id)
    held.set(key, { ...record, id: '', version, document: document.toJSON() as unknown })
    for (const each of await workspace.versions(id)) held.set(`${key}, version ${each.number}`, [each.kind, each.name])
  }
  for (const month of await workspace.ledger.months()) held.set(`ledger ${month}`, await workspace.ledger.read(month))
  for (const { id, headline, at, by } of await workspace.trashed()) held.set(`trashed ${id}`, [headline, at, by])
  for (const each of workspace.searchEntities({ query: '', kind: null, limit: 99 })) held.set(`name ${each.name}`, '')
  for (const id of photos) {
    const photo = await photoIn(root, id, fs)
    if (photo !== null) held.set(`photo ${id}`, photo)
  }
  return new Map([...held].map(([key, value]) => [key, JSON.stringify(value)]))
}

async function photoIn(root: string, id: MediaId, fs: FileSystem): Promise<unknown> {
  const photo = await findPhoto(root, id, fs)
  if (photo === null) return null
  return { caption: photo.description.caption, bytes: (await readOriginal(root, photo, fs)).length }
}

/** Opens a workspace as the next process does, after the one before died. `restarted`: with the machine. */
export async function reopened<T>(
  fs: FileSystem,
  root: string,
  work: (workspace: Workspace) => Promise<T>,
  restarted = false,
  onEvent: (event: WorkspaceEvent) => void = () => undefined,
): Promise<T> {
  for (const name of (await namesIn(fs, root)).filter((each) => each.startsWith('.lock'))) {
    await disown(fs, join(root, name), restarted)
  }
  const workspace = await openWorkspace(root, { ...quietly, fileSystem: fs, onEvent })
  try {
    return await work(workspace)
  } finally {
    await workspace.close()
  }
}

/** Makes a lock that this process left behind look like that of one that is gone; a half-written one is just old. */
async function disown(fs: FileSystem, path: string, restarted: boolean): Promise<void> {
  const bytes = await fs.readFile(path)
  const gone = restarted ? { boot: 'an-earlier-start' } : { started: '1' }
  await fs.unlink(path)
  await put(fs, path, changed(bytes, gone))
}

function changed(bytes: Uint8Array, change: object): Uint8Array {
  try {
    const json = JSON.parse(Buffer.from(bytes).toString()) as object
    return Buffer.from(JSON.stringify({ ...json, ...change }))
  } catch {
    return bytes
  }
}
