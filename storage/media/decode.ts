import type { Sharp } from 'sharp'
import { GalleyError } from '../model/errors.ts'
import type { PhotoType } from '../model/photo.ts'
import { loadSharp } from './sharp.ts'

/** More pixels than any camera makes. A small file that unpacks to more is an attack or a mistake. */
export const mostPixels = 200_000_000
/** A photo that takes longer than this to read is refused, so that one file cannot hold up the desk. */
const secondsToDecode = 60

const formats: Readonly<Record<PhotoType, readonly string[]>> = {
  'image/jpeg': ['jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'image/avif': ['heif'],
  'image/tiff': ['tiff'],
}

/**
 * Decodes a photo to its last line and returns its size in pixels as seen, orientation applied.
 * Throws `not_an_image` when the bytes are cut short or are not what they say, `too_large` for too many pixels.
 */
export async function measurePhoto(bytes: Uint8Array, type: PhotoType): Promise<{ width: number; height: number }> {
  const sharp = await loadSharp()
  const image = (): Sharp => sharp(bytes, { failOn: 'error', limitInputPixels: mostPixels })
  const about = await image().metadata().catch(refuse)
  if (!formats[type].includes(about.format)) refuse(new Error(`looks like ${type}, decodes as ${about.format}`))
  if (about.width * about.height > mostPixels) throw tooManyPixels()
  await image().timeout({ seconds: secondsToDecode }).resize({ width: 64 }).raw().toBuffer().catch(refuse)
  return about.autoOrient
}

function refuse(cause: unknown): never {
  if (cause instanceof Error && /pixel limit|exceeds pixel/i.test(cause.message)) throw tooManyPixels()
  throw new GalleyError('not_an_image', 'This file is damaged, cut short or no photo. It was not added.', { cause })
}

function tooManyPixels(): GalleyError {
  return new GalleyError('too_large', 'This photo has more than 200 million pixels. Make it smaller and add it again.')
}
