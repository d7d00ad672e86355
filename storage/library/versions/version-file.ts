import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { z } from 'zod'
import { decodeText } from '../../files/read.ts'
import { GalleyError, isGalleyError } from '../../model/errors.ts'
import { readStory, writeStory } from '../../model/story.ts'
import type { Story } from '../../model/story.ts'
import { storyVersionSchema } from '../../model/version.ts'
import type { StoryVersion } from '../../model/version.ts'
import { contentOf } from '../same-content.ts'

/** The format of version files that this version of Galley writes. The story inside has its own: see the model. */
const versionFormat = 1

/** A version with the story it keeps. */
export interface SavedVersion {
  readonly about: StoryVersion
  readonly story: Story
}

const versionFileSchema = z.strictObject({
  format: z.literal(versionFormat),
  about: storyVersionSchema,
  /** A story file of this or an earlier format; `readStory` judges it. */
  story: z.unknown(),
})

const anyFormat = z.looseObject({ format: z.int() })

/** More than any story has: a damaged length must not ask for all the memory there is. */
const largest = 512 * 1024 * 1024

/** The bytes of a version file: compressed JSON, the same bytes for the same version. */
export async function encodeVersion({ about, story }: SavedVersion): Promise<Uint8Array> {
  const json = JSON.stringify({ format: versionFormat, about, story: writeStory(story, 0) })
  const bytes = await promisify(gzip)(json)
  // RFC 1952: the tenth byte names the system that compressed, which is nobody's business; 255 is "unknown".
  bytes[9] = 255
  return bytes
}

/** Reads a version file; gzip's own checksum finds damage. Throws `story_damaged`, `newer_format`. */
export async function decodeVersion(bytes: Uint8Array): Promise<SavedVersion> {
  try {
    const json: unknown = JSON.parse(decodeText(await promisify(gunzip)(bytes, { maxOutputLength: largest })))
    const later = anyFormat.safeParse(json)
    if (later.success && later.data.format > versionFormat) {
      throw new GalleyError(
        'newer_format',
        'This version was kept by a newer Galley. It was left as it is; open it with that version.',
      )
    }
    const { about, story } = versionFileSchema.parse(json)
    const { record, document } = readStory(story)
    return { about, story: { record, document } }
  } catch (cause) {
    if (isGalleyError(cause, 'newer_format')) throw cause
    throw damagedVersion(cause)
  }
}

/** What is said of a version file that does not hold. */
export function damagedVersion(cause?: unknown): GalleyError {
  return new GalleyError(
    'story_damaged',
    'This version is damaged and cannot be read. The story and its other versions are not touched by that.',
    { cause },
  )
}

/**
 * SHA-256 of what a version keeps. The moment of the last change and the moves are no content; fields that came with
 * later formats count once they say something, so that the sums of earlier versions hold.
 */
export function contentSum({ record, document }: Story): string {
  const { due, translation, ...first } = contentOf(record)
  const later = { ...(due === null ? {} : { due }), ...(translation === null ? {} : { translation }) }
  const content = { record: { ...first, ...later }, document: document.toJSON() as unknown }
  return createHash('sha256').update(JSON.stringify(content, sorted)).digest('hex')
}

/** Keys in order: an object that was read from disk may hold them otherwise than the one that was written. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
