import { join } from 'node:path'
import type { FileSystem } from '../files/file-system.ts'
import { ensureFolder } from '../files/folders.ts'
import { nodeFileSystem } from '../files/node-file-system.ts'
import { isGalleyError } from '../model/errors.ts'
import type { StoryId } from '../model/ids.ts'
import type { Instant } from '../model/instant.ts'
import { writeStory } from '../model/story.ts'
import { BlockedByFindings } from './blocked-by-findings.ts'
import { storyFolders } from './bundle/paths.ts'
import type { PublishingDesk } from './desk.ts'
import { planStory } from './plan.ts'
import { publish } from './publish.ts'
import type { PublishRequest } from './request.ts'
import { stableJson } from './stable-json.ts'

/** Something that was written to be handed over. */
export interface HandedOver {
  readonly path: string
  readonly ids: readonly StoryId[]
  /** The slug of a story that is no bundle but Galley's own file, since something stands in the way of publishing it. */
  readonly draft: string | null
}

interface HandOver {
  readonly ids: readonly StoryId[]
  /** An empty folder. */
  readonly folder: string
  readonly now: Instant
  /** What a story that is not published as it stands says of itself to editors. */
  readonly note: string
  readonly signal?: AbortSignal
}

/**
 * Writes stories out to be carried elsewhere: one bundle of those that could be published, and Galley's own file of each
 * other. Handing over is no publication: nothing is entered, and the stories stay as they are. An unchanged story that was
 * published gives that publication again. Throws as `publish`.
 */
export async function handOver(
  { ids, folder, now, note, signal }: HandOver,
  desk: PublishingDesk,
  files: FileSystem = nodeFileSystem,
): Promise<readonly HandedOver[]> {
  const drafts = new Set<StoryId>()
  let isNew = false
  for (const id of new Set(ids)) {
    const planned = await plannedFor(id, desk, now)
    if (planned === null) drafts.add(id)
    else isNew ||= planned.isNew
  }
  const asked = { folder, now, note: isNew ? note : '', ...(signal === undefined ? {} : { signal }) }
  const bundle = await bundleOf(ids, drafts, asked, desk, files)
  const handed = bundle === null ? [] : [bundle]
  const slugs = await Promise.all([...drafts].map(async (id) => ({ id, slug: (await desk.readStory(id)).record.slug })))
  for (const [id, named] of storyFolders(slugs)) {
    const drafted = slugs.find((each) => each.id === id)
    if (drafted !== undefined) handed.push(await writeDraft(drafted, `${baseOf(named)}.json`, folder, desk, files))
  }
  return handed
}

function requestFor(ids: readonly StoryId[], path: string, note: string): PublishRequest {
  const formats = ['ninjs', 'jsonld', 'html', 'galley'] as const
  return { ids, destination: { path }, zip: false, formats, kind: 'publish', note }
}

/** How a story would be published, or null when something stands in the way. */
async function plannedFor(id: StoryId, desk: PublishingDesk, now: Instant): Promise<{ isNew: boolean } | null> {
  try {
    const settings = await desk.readSettings()
    const { planned, findings } = await planStory(id, requestFor([id], '', ''), desk, settings, now)
    return findings.some(({ severity }) => severity === 'error') ? null : planned
  } catch (error) {
    // A photo that is gone; a story that is gone is told of where its draft is written.
    if (isGalleyError(error, 'not_found')) return null
    throw error
  }
}

/** Writes what can be a bundle. What turns out to be held up after all is added to the drafts. */
async function bundleOf(
  ids: readonly StoryId[],
  drafts: Set<StoryId>,
  { folder, now, note, signal }: Omit<HandOver, 'ids'>,
  desk: PublishingDesk,
  files: FileSystem,
): Promise<HandedOver | null> {
  const whole = [...new Set(ids)].filter((id) => !drafts.has(id))
  const [first] = whole
  if (first === undefined) return null
  const { id, slug } = (await desk.readStory(first)).record
  const name = whole.length === 1 ? baseOf(storyFolders([{ id, slug }]).get(id) ?? slug) : `${whole.length}-stories`
  const path = join(folder, name)
  try {
    await publish(requestFor(whole, path, note), unentered(desk), {
      now,
      files,
      ...(signal === undefined ? {} : { signal }),
    })
    return { path, ids: whole, draft: null }
  } catch (error) {
    if (!(error instanceof BlockedByFindings)) throw error
    const held = error.findings.filter(({ severity }) => severity === 'error').map(({ story }) => story)
    if (held.length === 0) throw error
    for (const story of held) drafts.add(story)
    return bundleOf(ids, drafts, { folder, now, note, ...(signal === undefined ? {} : { signal }) }, desk, files)
  }
}

/** The desk, with nothing of what is published noted. */
function unentered(desk: PublishingDesk): PublishingDesk {
  return {
    ...desk,
    recordPublication: () => Promise.resolve(),
    ledger: { append: () => Promise.resolve(), read: () => Promise.resolve([]) },
  }
}

function baseOf(folder: string): string {
  return folder.slice(folder.lastIndexOf('/') + 1)
}

async function writeDraft(
  { id, slug }: { readonly id: StoryId; readonly slug: string },
  name: string,
  folder: string,
  desk: PublishingDesk,
  files: FileSystem,
): Promise<HandedOver> {
  const story = await desk.readStory(id)
  await ensureFolder(files, folder)
  const path = join(folder, name)
  const file = await files.open(path, 'wx')
  try {
    await file.write(Buffer.from(stableJson(writeStory(story, 0))))
  } finally {
    await file.close()
  }
  return { path, ids: [id], draft: slug }
}
