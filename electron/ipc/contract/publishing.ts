import { z } from 'zod'
import { storyIdSchema } from '../../../storage/model/ids.ts'
import { call, nothing } from './call.ts'

export const bundleFormats = ['ninjs', 'jsonld', 'html', 'galley'] as const
export const bundleFormatSchema = z.enum(bundleFormats)
export type BundleFormat = z.infer<typeof bundleFormatSchema>

export const publishRequestSchema = z.strictObject({
  ids: z.array(storyIdSchema).min(1),
  /** An absolute folder to make the bundle in, from `chooseDestination` or the settings. */
  folder: z.string().min(1),
  formats: z.array(bundleFormatSchema).min(1),
  note: z.string().max(1000),
  kind: z.enum(['publish', 'correction', 'kill']),
  zip: z.boolean(),
})
export type PublishRequest = z.infer<typeof publishRequestSchema>

export const publishedSchema = z.strictObject({
  /** Where the bundle stands. */
  bundle: z.string(),
  stories: z.array(z.strictObject({ id: storyIdSchema, slug: z.string(), version: z.int().positive() })),
  files: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
})
export type Published = z.infer<typeof publishedSchema>

export const publishing = {
  /** Writes the bundle, reads it back and verifies it. Fails as a whole; nothing half-written stays. */
  publish: call(publishRequestSchema, publishedSchema),
  /** Stops a publication under way; the pending `publish` fails with `cancelled`. */
  cancel: call(nothing, nothing),
  /** Asks for a folder with the system's dialog; null when it was closed. */
  chooseDestination: call(nothing, z.strictObject({ folder: z.string().nullable(), freeBytes: z.int().nullable() })),
  /** The folder of the settings, else one in the workspace, with the room left there. */
  destination: call(nothing, z.strictObject({ folder: z.string(), freeBytes: z.int().nullable() })),
  /** Shows a bundle in the system's file manager. */
  reveal: call(z.strictObject({ bundle: z.string() }), nothing),
}
