import { basename, dirname, join } from 'node:path'
import { isMissing } from '../../files/disk-error.ts'
import type { FileSystem } from '../../files/file-system.ts'
import { GalleyError } from '../../model/errors.ts'
import { sha256 } from '../hash.ts'
import type { StoryPlan } from '../plan.ts'
import type { PublishRequest } from '../request.ts'
import { checkBundle } from '../verify.ts'
import { removeTree } from '../../files/remove-tree.ts'

/** Where a bundle goes and in which shape. */
export interface Target {
  readonly path: string
  readonly zip: boolean
}

/** The bundle's final place: the path asked for, or in the folder asked for, a name of slug, day and version. */
export function targetOf({ destination, zip }: PublishRequest, plans: readonly StoryPlan[]): Target {
  if ('path' in destination) return { path: destination.path, zip: zip || /\.zip$/i.test(destination.path) }
  return { path: join(destination.folder, `${bundleName(plans)}${zip ? '.zip' : ''}`), zip }
}

function bundleName(plans: readonly StoryPlan[]): string {
  const [first] = plans
  const day = plans.map(({ planned }) => planned.publication.at).reduce((a, b) => (a > b ? a : b), '')
  const date = day.slice(0, 10).replaceAll('-', '')
  if (first !== undefined && plans.length === 1) {
    return `${first.slug.normalize('NFC')}_${date}_v${first.planned.publication.version}`
  }
  const set = sha256(plans.map(({ id, planned }) => `${id} ${planned.publication.version}`).join('\n'))
  return `${plans.length}-stories_${date}_${set.slice(0, 8)}`
}

/**
 * Gives a finished, verified draft its final name. A bundle that stands there and says the same stays; an empty folder
 * is taken over. Throws `destination_exists` for anything else; then what stands there is untouched.
 */
export async function place(fs: FileSystem, draft: string, target: Target, manifestSha256: string): Promise<void> {
  const standing = await shapeOf(fs, target.path)
  if (standing !== null) {
    if (standing === 'folder' && !target.zip && (await fs.readFolder(target.path)).length === 0) {
      await fs.removeFolder(target.path)
    } else if ((standing === 'folder') !== target.zip && (await says(target.path, manifestSha256))) {
      await removeTree(fs, draft)
      return
    } else {
      const sentence = `${basename(target.path)} is there already and holds something else. It was left as it is; choose another place.`
      throw new GalleyError('destination_exists', sentence)
    }
  }
  await fs.rename(draft, target.path)
  await fs.syncFolder(dirname(target.path))
}

async function shapeOf(fs: FileSystem, path: string): Promise<'folder' | 'file' | null> {
  try {
    return (await fs.stat(path)).isFolder ? 'folder' : 'file'
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

async function says(path: string, manifestSha256: string): Promise<boolean> {
  const standing = await checkBundle(path)
  return standing.ok && standing.manifestSha256 === manifestSha256
}
