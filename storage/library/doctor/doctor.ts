import { join, relative, resolve } from 'node:path'
import { errnoOf, readError, writeError } from '../../files/disk-error.ts'
import type { FileSystem } from '../../files/file-system.ts'
import { namesIn } from '../../files/folders.ts'
import { takeLock } from '../../files/lock.ts'
import { nodeFileSystem } from '../../files/node-file-system.ts'
import { Quarantine } from '../../files/quarantine.ts'
import { GalleyError, isGalleyError } from '../../model/errors.ts'
import { storyPlaces, trashPlaces } from '../places.ts'
import { storyIds } from '../story-ids.ts'
import { trashIds } from '../trash.ts'
import type { Check, Finding, FindingCode, Patient } from './check.ts'
import { checks } from './checks/index.ts'

export interface DoctorOptions {
  readonly repair: boolean
  readonly now: Date
  /** Who holds the lock meanwhile, in words. */
  readonly holder?: string
  readonly files?: FileSystem
}

/** Something that is wrong, with its path inside the workspace. */
export interface Problem {
  readonly path: string
  readonly problem: string
  readonly code: FindingCode
}

/** What the doctor found. `ok` when no problem is left; hints are no problems. */
export interface Report {
  readonly ok: boolean
  readonly problems: readonly Problem[]
  readonly repaired: readonly { readonly path: string; readonly what: string }[]
  readonly hints: readonly Problem[]
}

/**
 * Looks at every file of a workspace that nobody has open, and mends what can be mended when it is asked to: whatever it
 * changes goes to the quarantine first. Without `repair` nothing is written but the lock, and not even that on a disk
 * that cannot be written to. A workspace of a newer format is only told of.
 * Throws `workspace_missing`, `workspace_locked`, `disk_full`, `disk_refused`.
 */
export async function examine(workspace: string, options: DoctorOptions): Promise<Report> {
  const { files: fs = nodeFileSystem, repair, holder = 'galley doctor' } = options
  const root = resolve(workspace)
  try {
    await mustBeWorkspace(fs, root)
    const lock = await takeLock(fs, root, holder).catch((error: unknown) => {
      if (repair || isGalleyError(error, 'workspace_locked')) throw error
      return null
    })
    try {
      return await examineLocked(fs, root, options)
    } finally {
      await lock?.release()
    }
  } catch (error) {
    if (errnoOf(error) === null) throw error
    throw repair ? writeError(error, 'The workspace') : readError(error, 'The workspace')
  }
}

async function examineLocked(fs: FileSystem, root: string, { repair, now }: DoctorOptions): Promise<Report> {
  const problems: Problem[] = []
  const repaired: { path: string; what: string }[] = []
  const hints: Problem[] = []
  const patient = { fs, root, now, quarantine: new Quarantine(fs, root), stories: await storiesOf(fs, root) }
  const pathOf = (path: string): string => relative(root, path).replaceAll('\\', '/')
  let mending = repair
  for (const check of checks) {
    for (const finding of await all(check, patient)) {
      const { path, problem, code, hint = false, mend } = finding
      const told = { path: pathOf(path), problem, code }
      // What a newer Galley made of the settings says that all of this is its.
      if (code === 'newer_format' && /^galley(?:\.prev)?\.json$/.test(told.path)) mending = false
      if (hint) hints.push(told)
      else if (mending && mend !== undefined)
        repaired.push({ path: told.path, what: await mended(mend, told, problems) })
      else problems.push(told)
    }
  }
  return { ok: problems.length === 0, problems, repaired: repaired.filter(({ what }) => what !== ''), hints }
}

/** Found before anything is mended, so that no check meets its own mending. */
async function all(check: Check, patient: Patient): Promise<Finding[]> {
  const findings: Finding[] = []
  for await (const finding of check(patient)) findings.push(finding)
  return findings
}

/** Mends, or keeps the problem when it could not be mended for a reason that is not the disk's. Then '' comes back. */
async function mended(mend: () => Promise<string>, told: Problem, problems: Problem[]): Promise<string> {
  try {
    return await mend()
  } catch (error) {
    if (!isGalleyError(error) || error.code === 'disk_full' || error.code === 'disk_refused') throw error
    problems.push(told)
    return ''
  }
}

async function storiesOf(fs: FileSystem, root: string): Promise<Patient['stories']> {
  const standing = (await storyIds(fs, root)).map((id) => ({ id, places: storyPlaces(root, id) }))
  return [...standing, ...(await trashIds(fs, root)).map((id) => ({ id, places: trashPlaces(root, id) }))]
}

/** Enough of a workspace to look at: one whose settings are lost has its stories. */
async function mustBeWorkspace(fs: FileSystem, root: string): Promise<void> {
  const names = await namesIn(fs, root)
  if (names.includes('galley.json') || names.includes('galley.prev.json')) return
  if (names.includes('stories') && (await storyIds(fs, root)).length > 0) return
  throw new GalleyError(
    'workspace_missing',
    `There is no workspace in ${join(root)}. Make one with: galley init ${root}`,
  )
}
