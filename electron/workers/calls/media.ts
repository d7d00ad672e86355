import { z } from 'zod'
import { renditionWidths } from '../../../storage/media/rendition.ts'
import type { RenditionName } from '../../../storage/media/rendition.ts'
import { mediaIdSchema } from '../../../storage/model/ids.ts'
import { photoSchema } from '../../../storage/model/photo.ts'
import { call } from '../../ipc/contract/call.ts'

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const photo = z.strictObject({ id: mediaIdSchema })

const renditionNames = Object.keys(renditionWidths) as [RenditionName, ...RenditionName[]]
const renditionSchema = z.strictObject({
  name: z.enum(renditionNames),
  width: z.int().positive(),
  height: z.int().positive(),
  bytes: z.int().positive(),
  type: z.literal('image/jpeg'),
  data: bytes,
})

const text = z.string()
const embeddedSchema = z.strictObject({
  caption: text,
  alt: text,
  credit: text,
  creator: text,
  copyright: text,
  source: text,
  usageTerms: text,
  language: text.nullable(),
})

/** What the media process does. Everything that decodes a picture happens there, so that none can hold up or bring down the desk. */
export const mediaCalls = {
  add: call(z.strictObject({ name: z.string(), bytes }), photoSchema),
  /** The record, or null when the store has no such photo. */
  find: call(photo, photoSchema.nullable()),
  original: call(photo, z.strictObject({ type: z.string(), data: bytes })),
  /** Every size; with a null description the asset's own is embedded. */
  renditions: call(photo.extend({ description: embeddedSchema.nullable() }), z.array(renditionSchema)),
}
