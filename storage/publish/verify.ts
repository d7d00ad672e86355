import { createHash } from 'node:crypto'
import type { ArchiveFile, ArchiveProblem } from '../files/read-zip.ts'
import { GalleyError, isGalleyError } from '../model/errors.ts'
import { manifestPath, readManifest } from './bundle/manifest.ts'
import type { Manifest, ManifestFile } from './bundle/manifest.ts'
import { openBundle } from './bundle/read-bundle.ts'
import type { BundleContents } from './bundle/read-bundle.ts'
import { sha256 } from './hash.ts'
import { byCodeUnits } from './stable-json.ts'

/** What `verify` found: every file is what the manifest says and nothing else is there, or what is wrong, by path. */
export interface Verification {
  readonly ok: boolean
  readonly problems: readonly ArchiveProblem[]
}

/** A verified bundle's manifest and the SHA-256 of its bytes; null where no manifest could be read. */
export interface CheckedBundle extends Verification {
  readonly manifest: Manifest | null
  readonly manifestSha256: string | null
}

/** The manifest names every file of the bundle, so it is no larger than some hundred bytes for each. */
const mostManifestBytes = 256 * 1024 ** 2

/**
 * Compares a bundle, folder or zip, with its manifest: anything changed, missing, added or renamed is a problem.
 * Throws `not_found` when there is nothing at `path`, `cancelled`.
 */
export async function verify(path: string, options: CheckOptions = {}): Promise<Verification> {
  const { ok, problems } = await checkBundle(path, options)
  return { ok, problems }
}

export interface CheckOptions {
  readonly onFile?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

/** As `verify`, with the manifest: publication reads its bundle back with it. */
export async function checkBundle(path: string, options: CheckOptions = {}): Promise<CheckedBundle> {
  let contents: BundleContents
  try {
    contents = await openBundle(path)
  } catch (error) {
    if (!isGalleyError(error, 'bundle_invalid') && !isGalleyError(error, 'too_large')) throw error
    return unreadable([{ path: '', problem: error.message }])
  }
  try {
    return await checkContents(contents, options)
  } finally {
    await contents.close()
  }
}

async function checkContents(contents: BundleContents, { onFile, signal }: CheckOptions): Promise<CheckedBundle> {
  const found = new Map(contents.files.map((file) => [file.path, file]))
  const bytes = await manifestBytes(found.get(manifestPath))
  const manifest = bytes === null ? null : manifestOf(bytes)
  if (bytes === null || manifest === null) {
    const problem = bytes === null ? 'is missing' : 'is no manifest of a Galley bundle'
    return unreadable([...contents.problems, { path: manifestPath, problem }])
  }

  const problems: ArchiveProblem[] = [...contents.problems]
  let done = 0
  for (const listed of manifest.files) {
    if (signal?.aborted === true) throw new GalleyError('cancelled', 'Reading the bundle was stopped.')
    const problem = await compare(listed, found.get(listed.path))
    if (problem !== null) problems.push({ path: listed.path, problem })
    onFile?.(++done, manifest.files.length)
  }
  const listed = new Set([manifestPath, ...manifest.files.map((file) => file.path)])
  for (const path of found.keys()) if (!listed.has(path)) problems.push({ path, problem: 'is not in the manifest' })
  problems.push(...missingFolders(manifest))
  problems.sort((a, b) => byCodeUnits(a.path, b.path))
  return { ok: problems.length === 0, problems, manifest, manifestSha256: sha256(bytes) }
}

function unreadable(problems: readonly ArchiveProblem[]): CheckedBundle {
  return { ok: false, problems, manifest: null, manifestSha256: null }
}

/** Every story that the manifest names has its files there. */
function missingFolders({ stories, files }: Manifest): ArchiveProblem[] {
  return stories
    .filter(({ folder }) => !files.some(({ path }) => path.startsWith(`${folder}/`)))
    .map(({ folder }) => ({ path: folder, problem: 'is missing: the manifest names a story but none of its files' }))
}

async function manifestBytes(file: ArchiveFile | undefined): Promise<Uint8Array | null> {
  if (file === undefined || file.bytes > mostManifestBytes) return null
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of await file.read()) chunks.push(chunk)
  } catch {
    return new Uint8Array()
  }
  return Buffer.concat(chunks)
}

function manifestOf(bytes: Uint8Array): Manifest | null {
  try {
    return readManifest(bytes)
  } catch {
    return null
  }
}

async function compare(listed: ManifestFile, file: ArchiveFile | undefined): Promise<string | null> {
  if (file === undefined) return 'is missing'
  if (file.bytes !== listed.bytes) return `has ${file.bytes} bytes instead of ${listed.bytes}`
  const hash = createHash('sha256')
  try {
    for await (const chunk of await file.read()) hash.update(chunk)
  } catch {
    return 'cannot be read'
  }
  return hash.digest('hex') === listed.sha256 ? null : 'was changed'
}
