import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { errnoOf, writeError } from '../files/disk-error.ts'
import type { FileSystem } from '../files/file-system.ts'
import { ensureFolder } from '../files/folders.ts'
import { nodeFileSystem } from '../files/node-file-system.ts'
import { GalleyError } from '../model/errors.ts'
import type { StoryId } from '../model/ids.ts'
import { adoptStanding } from './adopt-standing.ts'
import { BlockedByFindings } from './blocked-by-findings.ts'
import type { StoryFinding } from './blocked-by-findings.ts'
import { place, targetOf } from './bundle/destination.ts'
import { openFolderDraft } from './bundle/folder-draft.ts'
import { manifestPath, writeManifest } from './bundle/manifest.ts'
import type { ManifestStory } from './bundle/manifest.ts'
import { storyFolders } from './bundle/paths.ts'
import { removeTree } from '../files/remove-tree.ts'
import { writeZip } from './bundle/write-zip.ts'
import { copyNames } from './copy-names.ts'
import type { PublishingDesk } from './desk.ts'
import { enterPublications } from './enter-publications.ts'
import { planStory } from './plan.ts'
import type { StoryPlan } from './plan.ts'
import type { PublishOptions, PublishRequest } from './request.ts'
import { byCodeUnits } from './stable-json.ts'
import { checkBundle } from './verify.ts'
import { writeStoryFiles } from './write-story-files.ts'

export interface PublishResult {
  /** Where the bundle stands. */
  readonly bundle: string
  /** The story's version; the highest of several. */
  readonly version: number
  readonly stories: readonly { readonly id: StoryId; readonly slug: string; readonly version: number }[]
  /** Files in the bundle, the manifest among them. */
  readonly files: number
  /** Their bytes together, or the zip's. */
  readonly bytes: number
  /** What the checks found and did not stop it. */
  readonly findings: readonly StoryFinding[]
}

/**
 * Publishes stories as one bundle: checks them, writes the bundle aside, reads it back, gives it its name, and only then
 * enters the publications into the records and the ledger. It stands whole or not at all.
 * The same stories give the same bytes on every machine; unchanged ones keep their version and nothing new is entered.
 * Throws `BlockedByFindings` when an error stands (a kill goes out all the same), `destination_exists`, `cancelled`,
 * `not_found`, `invalid_input`, `too_large`, `disk_full`, `disk_refused`, `bundle_invalid` (what was written could not
 * be read back as written); then nothing was published.
 */
export async function publish(
  request: PublishRequest,
  desk: PublishingDesk,
  { onProgress, signal, now, files = nodeFileSystem }: PublishOptions & { readonly files?: FileSystem },
): Promise<PublishResult> {
  const report = onProgress ?? ((): void => undefined)
  const ids = [...new Set(request.ids)].sort(byCodeUnits)
  const settings = await desk.readSettings()

  let plans: StoryPlan[] = []
  for (const id of ids) {
    stopIfAsked(signal)
    plans.push(await planStory(id, request, desk, settings, now))
    report({ stage: 'check', done: plans.length, total: ids.length })
  }
  const findings = plans.flatMap((plan) => plan.findings)
  // A kill must go out whatever the checks say of the story it takes back.
  if (request.kind !== 'kill' && findings.some(({ severity }) => severity === 'error')) {
    throw new BlockedByFindings(findings)
  }

  const target = targetOf(request, plans)
  if (desk.isKept(target.path)) {
    const sentence =
      'A bundle cannot go into a folder that the workspace keeps for itself. Nothing was published; choose another place.'
    throw new GalleyError('invalid_input', sentence)
  }
  plans = await adoptStanding(plans, target, request, now)

  const draft = join(dirname(target.path), `.galley-${randomBytes(8).toString('hex')}.partial`)
  const packed = `${draft}.zip`
  try {
    await ensureFolder(files, dirname(target.path))
    const built = await build({ plans, request, desk, settings, draft, files, report, signal })
    const paths = [...built.paths].sort(byCodeUnits)
    if (target.zip) {
      await writeZip(files, draft, paths, packed, () => stopIfAsked(signal))
    }
    const ready = target.zip ? packed : draft
    const onFile = (done: number, total: number): void => report({ stage: 'read_back', done, total })
    const back = await checkBundle(ready, { onFile, ...(signal === undefined ? {} : { signal }) })
    if (!back.ok || back.manifestSha256 === null) throw unreadable(back.problems[0]?.path ?? '')
    stopIfAsked(signal)
    const bytes = target.zip ? (await files.stat(packed)).bytes : built.bytes
    await place(files, ready, target, back.manifestSha256)

    await enterPublications(plans, request, desk, basename(target.path), back.manifestSha256)
    report({ stage: 'done', done: plans.length, total: plans.length })
    return {
      bundle: target.path,
      version: Math.max(...plans.map(({ planned }) => planned.publication.version)),
      stories: plans.map(({ id, slug, planned }) => ({ id, slug, version: planned.publication.version })),
      files: paths.length,
      bytes,
      findings,
    }
  } catch (error) {
    // Only what the disk said becomes a disk's error; a defect of ours stays one.
    throw errnoOf(error) === null ? error : writeError(error, 'The bundle')
  } finally {
    await removeTree(files, draft).catch(() => undefined)
    await removeTree(files, packed).catch(() => undefined)
  }
}

interface Building {
  readonly plans: readonly StoryPlan[]
  readonly request: PublishRequest
  readonly desk: PublishingDesk
  readonly settings: Awaited<ReturnType<PublishingDesk['readSettings']>>
  readonly draft: string
  readonly files: FileSystem
  readonly report: NonNullable<PublishOptions['onProgress']>
  readonly signal: AbortSignal | undefined
}

/** Writes every file of the bundle into the draft, the manifest last. */
async function build(building: Building): Promise<{ paths: readonly string[]; bytes: number }> {
  const { plans, request, desk, settings, report, signal } = building
  const folders = storyFolders(plans)
  const names = copyNames(plans)
  const draft = await openFolderDraft(building.files, building.draft)
  const stories: ManifestStory[] = []
  let done = 0
  for (const plan of plans) {
    stopIfAsked(signal)
    const folder = folders.get(plan.id) ?? ''
    report({ stage: 'render', done, total: plans.length })
    await writeStoryFiles({ plan, folders, names, draft, formats: request.formats, desk, settings })
    stories.push(manifestStory(plan, folder))
    report({ stage: 'write', done: ++done, total: plans.length })
  }
  const listed = [...draft.files.values()]
  const manifest = writeManifest(stories, listed)
  await draft.write(manifestPath, manifest)
  const bytes = listed.reduce((sum, file) => sum + file.bytes, Buffer.byteLength(manifest))
  return { paths: [manifestPath, ...draft.files.keys()], bytes }
}

function manifestStory({ id, slug, headline, language, planned }: StoryPlan, folder: string): ManifestStory {
  const { publication, evolvedFrom } = planned
  return {
    id,
    slug,
    headline,
    language,
    folder,
    ...publication,
    evolvedFrom: evolvedFrom === null ? null : { version: evolvedFrom.version, sha256: evolvedFrom.sha256 },
  }
}

function stopIfAsked(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new GalleyError('cancelled', 'Publishing was stopped. Nothing was published.')
}

function unreadable(path: string): GalleyError {
  const what = path === '' ? 'The bundle' : `${path} in the bundle`
  return new GalleyError(
    'bundle_invalid',
    `${what} could not be read back as it was written. Nothing was published; try another disk.`,
  )
}
