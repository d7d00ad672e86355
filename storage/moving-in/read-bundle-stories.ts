import { createHash } from 'node:crypto'
import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { ArchiveFile } from '../files/read-zip.ts'
import type { Beside } from '../importers/photos-beside.ts'
import { GalleyError, isGalleyError } from '../model/errors.ts'
import type { Manifest, ManifestFile } from '../publish/bundle/manifest.ts'
import { manifestFormat, manifestPath } from '../publish/bundle/manifest.ts'
import { openBundle } from '../publish/bundle/read-bundle.ts'
import type { BundleContents } from '../publish/bundle/read-bundle.ts'
import { checkBundle } from '../publish/verify.ts'
import { largestSource } from './read-source.ts'

/** A story that a bundle names. */
export interface BundledStory {
  /** Its folder in the bundle. */
  readonly folder: string
  /** Throws `bundle_invalid`, `too_large`, `unsupported_format`. */
  read(): Promise<BundledFile>
}

/** The best of its files to make a story of. */
export interface BundledFile {
  /** From the bundle's root. */
  readonly path: string
  readonly bytes: Uint8Array
  readonly beside: Beside
  /** The places of each figure's photo, by its number, where the source itself names none. */
  readonly places: ReadonlyMap<number, readonly string[]>
}

/** Texts do not fold so small: what claims to unpack to more than this many times its size wants to fill the disk. */
const mostFolded = 200
const alwaysTaken = 16 * 1024 ** 2
const largestPhoto = 100 * 1024 ** 2

/** True for a folder or zip that is a bundle or says so. */
export async function isBundle(path: string): Promise<boolean> {
  try {
    if ((await stat(path)).isDirectory()) return await saysSo(join(path, manifestPath))
    const contents = await openBundle(path)
    await contents.close()
    return contents.files.some((file) => file.path === manifestPath)
  } catch (error) {
    // A zip that cannot even be listed is refused as a bundle; of anything else its own import says what is wrong.
    return isGalleyError(error, 'bundle_invalid') || isGalleyError(error, 'too_large')
  }
}

/** The format is the first that a manifest says. */
async function saysSo(manifest: string): Promise<boolean> {
  const file = await open(manifest)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(200), 0, 200, 0)
    return buffer.toString('utf8', 0, bytesRead).includes(manifestFormat.split('/')[0] ?? manifestFormat)
  } finally {
    await file.close()
  }
}

/**
 * Hands on the stories of a bundle, one after the other. The whole of it is held to its manifest first, and each file again
 * when it is read: what is handed on is what was verified. Throws `bundle_invalid`, `too_large`, `not_found`, `cancelled`.
 */
export async function* readBundleStories(path: string, signal: AbortSignal): AsyncGenerator<BundledStory> {
  await refuseBomb(path)
  const { ok, problems, manifest } = await checkBundle(path, { signal })
  if (!ok || manifest === null) throw notTrusted(problems[0])
  const contents = await openBundle(path)
  try {
    const reader = new VerifiedReader(contents, manifest)
    for (const { folder } of manifest.stories) yield { folder, read: () => storyIn(folder, manifest, reader) }
  } finally {
    await contents.close()
  }
}

async function refuseBomb(path: string): Promise<void> {
  const facts = await stat(path)
  if (facts.isDirectory()) return
  const contents = await openBundle(path)
  await contents.close()
  const unpacked = contents.files.reduce((sum, { bytes }) => sum + bytes, 0)
  if (unpacked > alwaysTaken + mostFolded * facts.size) {
    throw new GalleyError(
      'too_large',
      'This bundle claims to hold far more than fits into it, so it was not read. Nothing was added.',
    )
  }
}

function notTrusted(problem: { readonly path: string; readonly problem: string } | undefined): GalleyError {
  const what = problem === undefined ? '' : `: ${problem.path === '' ? '' : `${problem.path} `}${problem.problem}`
  return new GalleyError(
    'bundle_invalid',
    `This bundle is not what its manifest says${what.replace(/\.$/u, '')}. Nothing was added; ask for it again.`,
  )
}

/** Files of a bundle, each compared with the manifest once more as it is read: a folder may be changed meanwhile. */
class VerifiedReader {
  readonly #files: ReadonlyMap<string, ArchiveFile>
  readonly #listed: ReadonlyMap<string, ManifestFile>

  constructor(contents: BundleContents, manifest: Manifest) {
    this.#files = new Map(contents.files.map((file) => [file.path, file]))
    this.#listed = new Map(manifest.files.map((file) => [file.path, file]))
  }

  /** Null for a file that the bundle does not hold. Throws `too_large`, `bundle_invalid`. */
  async read(path: string, largest: number): Promise<Uint8Array | null> {
    const [file, listed] = [this.#files.get(path), this.#listed.get(path)]
    if (file === undefined || listed === undefined) return null
    if (listed.bytes > largest)
      throw new GalleyError('too_large', `${path} in this bundle is too large. Nothing was added.`)
    const chunks: Uint8Array[] = []
    let length = 0
    for await (const chunk of await file.read()) {
      length += chunk.length
      if (length > listed.bytes) break
      chunks.push(chunk)
    }
    const bytes = Buffer.concat(chunks)
    const sum = createHash('sha256').update(bytes).digest('hex')
    if (sum !== listed.sha256) throw notTrusted({ path, problem: 'was changed' })
    return bytes
  }
}

/** The desk's own file loses nothing; ninjs and the page are what a receiver would get. */
const preferred = ['story.json', 'story.ninjs.json', 'story.html'] as const

async function storyIn(folder: string, manifest: Manifest, reader: VerifiedReader): Promise<BundledFile> {
  const held = new Set(manifest.files.map(({ path }) => path))
  const name = preferred.find((each) => held.has(`${folder}/${each}`))
  const path = name === undefined ? null : `${folder}/${name}`
  const bytes = path === null ? null : await reader.read(path, largestSource)
  if (path === null || bytes === null) {
    throw new GalleyError(
      'unsupported_format',
      `${folder} holds no file that a story can be made of. Nothing was added. Publish it with Galley’s own format.`,
    )
  }
  const places = await placesIn(`${folder}/captions.json`, reader)
  return { path, bytes, places, beside: besideIn(folder, reader) }
}

function besideIn(folder: string, reader: VerifiedReader): Beside {
  return {
    read: async (address) => {
      const path = pathOf(address, folder)
      const bytes = path === null ? null : await reader.read(path, largestPhoto)
      return path === null || bytes === null ? null : { name: path.split('/').at(-1) ?? path, bytes }
    },
  }
}

/** Stands for the bundle's own root while addresses in it are resolved. */
const here = 'bundle://here/'

/** The path in the bundle that an address of ninjs or of the page means; what is no path of it is found nowhere. */
function pathOf(address: string, folder: string): string | null {
  try {
    const base = `${here}${folder.split('/').map(encodeURIComponent).join('/')}/`
    const url = address.startsWith('bundle://')
      ? new URL(address.slice('bundle://'.length), here)
      : new URL(address, base)
    return url.protocol === 'bundle:' && url.host === 'here' ? decodeURIComponent(url.pathname.slice(1)) : null
  } catch {
    return null
  }
}

const captionsSchema = z.looseObject({
  captions: z.array(
    z.looseObject({
      name: z.string(),
      renditions: z.array(z.looseObject({ path: z.string(), width: z.number() })),
    }),
  ),
})

/** Which files show the photo of which figure, widest first. */
async function placesIn(path: string, reader: VerifiedReader): Promise<Map<number, string[]>> {
  const bytes = await reader.read(path, largestSource)
  const places = new Map<number, string[]>()
  try {
    const { captions } = captionsSchema.parse(JSON.parse(Buffer.from(bytes ?? []).toString()))
    for (const { name, renditions } of captions) {
      const number = Number(/^photo-(\d+)$/u.exec(name)?.[1])
      const paths = renditions.toSorted((a, b) => b.width - a.width).map((rendition) => encoded(rendition.path))
      if (Number.isInteger(number)) places.set(number - 1, paths)
    }
  } catch (error) {
    if (isGalleyError(error)) throw error
    // A bundle of another make has no such file; its photos are those that the story names.
  }
  return places
}

function encoded(path: string): string {
  return `bundle://${path.split('/').map(encodeURIComponent).join('/')}`
}
