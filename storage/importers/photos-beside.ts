import type { Node } from 'prosemirror-model'
import { isGalleyError } from '../model/errors.ts'
import { figures } from '../model/figures.ts'
import type { MediaId } from '../model/ids.ts'
import type { Photo } from '../model/photo.ts'
import { schema } from '../model/schema/index.ts'
import type { ImportedPhoto, ImportedStory, ImportWarning } from './imported-story.ts'

/** What lies beside a source. Nothing outside the folder that is imported is ever read, and nothing over a network. */
export interface Beside {
  /** The file that an address in the source leads to, or null when there is none that may be read. */
  read(address: string): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null>
}

/** Where photos are kept. */
export interface PhotoStore {
  /** The record, or null when the store has no such photo. */
  find(id: MediaId): Promise<Photo | null>
  /** Throws `unsupported_format`, `not_an_image`, `too_large`, `disk_full`, `disk_refused`; then nothing was stored. */
  add(name: string, bytes: Uint8Array): Promise<Photo>
}

/** A source that has nothing beside it: what was pasted, or handed over without its folder. */
export const alone: Beside = { read: () => Promise.resolve(null) }

/**
 * Puts the photos of a story into the store and into its figures. A photo that is not there, or is refused, leaves its figure
 * waiting for one, and is told of. Throws `disk_full`, `disk_refused`.
 */
export async function bringPhotos(story: ImportedStory, beside: Beside, store: PhotoStore): Promise<ImportedStory> {
  const { photos = [], ...rest } = story
  if (photos.length === 0) return rest
  const found = new Map<number, MediaId | null>()
  const warnings: ImportWarning[] = []
  const missing: string[] = []
  for (const photo of photos) {
    const { id, problem } = await bring(photo, beside, store)
    found.set(photo.figure, id)
    if (problem !== null) warnings.push(problem)
    else if (id === null) missing.push(nameOf(photo.places[0] ?? ''))
  }
  if (missing.length > 0) warnings.push(photosMissing(missing))
  const document = withMedia(story.document, found)
  document.check()
  return { ...rest, document, warnings: [...story.warnings, ...warnings] }
}

interface Brought {
  readonly id: MediaId | null
  readonly problem: ImportWarning | null
}

async function bring({ media, places }: ImportedPhoto, beside: Beside, store: PhotoStore): Promise<Brought> {
  const known = media === null ? null : await store.find(media)
  if (known !== null) return { id: known.id, problem: null }
  for (const place of places) {
    const file = await beside.read(place)
    if (file === null) continue
    try {
      const { id } = await store.add(file.name, file.bytes)
      return { id, problem: null }
    } catch (error) {
      if (!isGalleyError(error) || !refusals.has(error.code)) throw error
      return { id: null, problem: { code: 'photo_refused', message: `${file.name}: ${error.message}` } }
    }
  }
  return { id: null, problem: null }
}

function photosMissing(names: readonly string[]): ImportWarning {
  const said = names.filter((name) => name !== '').join(' · ')
  const which = said === '' ? '' : ` (${said.length > 400 ? `${said.slice(0, 400).toWellFormed()} …` : said})`
  const message = `Photos did not come with the story: ${names.length}${which}. Their figures stay; add the photos to them.`
  return { code: 'photos_missing', message }
}

const refusals: ReadonlySet<string> = new Set(['unsupported_format', 'not_an_image', 'too_large'])

/** The last part of an address, as a name that can be read. */
function nameOf(address: string): string {
  const last = address.split(/[?#]/u)[0]?.split(/[\\/]/u).at(-1) ?? ''
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}

function withMedia(document: Node, found: ReadonlyMap<number, MediaId | null>): Node {
  // From the last to the first: no place shifts.
  return figures(document).reduceRight((whole, { node, pos, index, attributes }) => {
    const media = found.get(index)
    if (media === undefined || media === attributes.media) return whole
    return replaced(whole, pos, node, schema.nodes.figure.create({ ...attributes, media }, node.content, node.marks))
  }, document)
}

/** Figures stand in the body itself or inside one of its blocks; the new one is as long as the old. */
function replaced(parent: Node, pos: number, old: Node, fresh: Node): Node {
  const { node, index, offset } = parent.childAfter(pos)
  if (node === null) return parent
  const child = node === old && offset === pos ? fresh : replaced(node, pos - offset - 1, old, fresh)
  return parent.copy(parent.content.replaceChild(index, child))
}
