import { z } from 'zod'
import { GalleyError } from '../../model/errors.ts'
import { storyIdSchema } from '../../model/ids.ts'
import { languageTagSchema } from '../../model/language.ts'
import { publicationSchema, slugSchema } from '../../model/record.ts'
import { sha256 as hashOf } from '../hash.ts'
import { byCodeUnits, readableJson } from '../stable-json.ts'
import { isArchivePath } from '../../files/archive-path.ts'

export const manifestFormat = 'galley.bundle/1'
export const manifestPath = 'manifest.json'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A story of the bundle and the version it was published in. */
export const manifestStorySchema = z.strictObject({
  id: storyIdSchema,
  slug: slugSchema,
  headline: z.string(),
  language: languageTagSchema,
  folder: z.string().refine(isArchivePath),
  ...publicationSchema.shape,
  /** The version this one took the place of, by number and fingerprint; null for a first publication. */
  evolvedFrom: z.strictObject({ version: z.int().positive(), sha256 }).nullable(),
})
export type ManifestStory = z.infer<typeof manifestStorySchema>

/** A file of the bundle. The manifest itself is not listed. */
export const manifestFileSchema = z.strictObject({
  path: z.string().refine(isArchivePath),
  bytes: z.int().nonnegative(),
  sha256,
  mediaType: z.string().min(1),
  role: z.string().min(1),
})
export type ManifestFile = z.infer<typeof manifestFileSchema>

export const manifestSchema = z.strictObject({
  format: z.literal(manifestFormat),
  stories: z.array(manifestStorySchema).min(1),
  files: z
    .array(manifestFileSchema)
    .refine((files) => files.every(({ path }, index) => index === 0 || (files[index - 1]?.path ?? '') < path), {
      error: 'the files are not sorted by path, or one is listed twice',
    }),
  /** SHA-256 of the manifest's text without this member: a manifest that was touched shows it. It is no signature. */
  seal: sha256,
})
export type Manifest = z.infer<typeof manifestSchema>

/** The manifest's text, its files sorted by path and its stories by id. */
export function writeManifest(stories: readonly ManifestStory[], files: readonly ManifestFile[]): string {
  const manifest = {
    format: manifestFormat,
    stories: [...stories].sort((a, b) => byCodeUnits(a.id, b.id)),
    files: [...files].sort((a, b) => byCodeUnits(a.path, b.path)),
  }
  return readableJson({ ...manifest, seal: hashOf(readableJson(manifest)) })
}

/** Reads a manifest. Throws `bundle_invalid` when it is not, to the byte, what Galley wrote. */
export function readManifest(bytes: Uint8Array): Manifest {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const manifest = manifestSchema.parse(JSON.parse(text))
    if (writeManifest(manifest.stories, manifest.files) !== text) throw new Error('the seal does not fit')
    return manifest
  } catch (cause) {
    throw new GalleyError(
      'bundle_invalid',
      'The manifest of this bundle is damaged, so nothing in it can be trusted.',
      {
        cause,
      },
    )
  }
}
