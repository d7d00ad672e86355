import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import type { FileSystem } from '../files/file-system.ts'
import { decodeText } from '../files/read.ts'
import { GalleyError } from '../model/errors.ts'
import type { MediaId } from '../model/ids.ts'
import type { Photo } from '../model/photo.ts'
import { mostPixels } from './decode.ts'
import { embedXmp } from './jpeg.ts'
import { readOriginal, readPhoto } from './photos.ts'
import { renditionsPath } from './place.ts'
import { renditionWidths } from './rendition.ts'
import type { EmbeddedDescription, Rendition, RenditionName } from './rendition.ts'
import { loadSharp } from './sharp.ts'
import { writeMediaFile } from './write-file.ts'
import { writeXmp } from './xmp.ts'

/** Counts up when sizes or quality change, so that pictures made by another recipe are not used again. */
const recipe = 1
const quality = 82
const names = ['main', 'preview', 'thumbnail'] as const satisfies readonly RenditionName[]

/** A size without its metadata, as it is kept. */
interface Picture {
  readonly name: RenditionName
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

const kept = z.strictObject({
  pictures: z.array(
    z.strictObject({ name: z.enum(names), width: z.int().positive(), height: z.int().positive(), sha256: z.string() }),
  ),
})

/**
 * A photo in every size, upright, in sRGB, without the original's metadata but with `description` embedded: the
 * asset's own when left out. The pictures are made once and kept; embedding does not touch them again.
 * The same photo and description give the same bytes on every machine.
 * Throws `not_found` when the photo or its file is missing, `not_an_image` when the file was damaged since.
 */
export async function renditions(
  root: string,
  id: MediaId,
  { files, description }: { readonly files: FileSystem; readonly description?: EmbeddedDescription },
): Promise<Rendition[]> {
  const photo = await readPhoto(root, id, files)
  const pictures = (await readKept(root, id, files)) ?? (await make(root, photo, files))
  const packet = writeXmp(description ?? describeAsset(photo))
  return pictures.map(({ name, width, height, data }) => {
    const marked = embedXmp(data, packet)
    return { name, width, height, bytes: marked.length, type: 'image/jpeg', data: marked }
  })
}

/** What the asset's own record says, for embedding. */
export function describeAsset({ description }: Photo): EmbeddedDescription {
  const { caption, alt, credit, creator, copyright, source, usageTerms } = description
  return { caption, alt, credit, creator, copyright, source, usageTerms, language: null }
}

async function make(root: string, photo: Photo, files: FileSystem): Promise<Picture[]> {
  const original = await readOriginal(root, photo, files)
  const pictures = await Promise.all(names.map((name) => picture(original, name)))
  const list = pictures.map(({ data, ...about }) => ({ ...about, sha256: sha256(data) }))
  await Promise.all(
    pictures.map(({ name, data }) => writeMediaFile(files, root, picturePath(root, photo.id, name), data)),
  )
  // The list comes last: without it nothing is taken for kept.
  await writeMediaFile(
    files,
    root,
    listPath(root, photo.id),
    Buffer.from(`${JSON.stringify(kept.parse({ pictures: list }))}\n`),
  )
  return pictures
}

async function picture(original: Uint8Array, name: RenditionName): Promise<Picture> {
  const sharp = await loadSharp()
  try {
    const { data, info } = await sharp(original, { failOn: 'error', limitInputPixels: mostPixels })
      .autoOrient()
      .resize({ width: renditionWidths[name], withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality })
      .toBuffer({ resolveWithObject: true })
    return { name, width: info.width, height: info.height, data }
  } catch (cause) {
    throw new GalleyError('not_an_image', 'The file of a photo was damaged. Add the photo again.', { cause })
  }
}

/** The kept pictures, or null when there are none, not all, or not the ones that were made. */
async function readKept(root: string, id: MediaId, files: FileSystem): Promise<Picture[] | null> {
  try {
    const list = kept.parse(JSON.parse(decodeText(await files.readFile(listPath(root, id)))))
    if (list.pictures.map(({ name }) => name).join() !== names.join()) return null
    const pictures = await Promise.all(
      list.pictures.map(async ({ sha256: _sha256, ...about }) => ({
        ...about,
        data: await files.readFile(picturePath(root, id, about.name)),
      })),
    )
    return pictures.every(({ data }, index) => sha256(data) === list.pictures[index]?.sha256) ? pictures : null
  } catch {
    return null
  }
}

function listPath(root: string, id: MediaId): string {
  return join(renditionsPath(root, id), `${id}-${recipe}.json`)
}

function picturePath(root: string, id: MediaId, name: RenditionName): string {
  return join(renditionsPath(root, id), `${id}-${recipe}-${name}.jpg`)
}

function sha256(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
