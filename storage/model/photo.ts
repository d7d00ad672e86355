import { z } from 'zod'
import { mediaIdSchema } from './ids.ts'
import { instantSchema } from './instant.ts'

const text = z.string().max(20_000)

export const photoTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif', 'image/tiff'] as const
export const photoTypeSchema = z.enum(photoTypes)
export type PhotoType = z.infer<typeof photoTypeSchema>

/** What the agency wrote into the file, IPTC Photo Metadata names; empty when it wrote nothing. */
export const photoDescriptionSchema = z.strictObject({
  caption: text,
  alt: text,
  extendedDescription: text,
  headline: text,
  creator: text,
  credit: text,
  copyright: text,
  source: text,
  /** As far as it is known: a day, a time, a zone may be missing, and none is guessed. */
  created: z.string().max(40),
  location: z.strictObject({ city: text, state: text, country: text }),
  people: z.array(text),
  keywords: z.array(text),
  instructions: text,
  usageTerms: text,
  digitalSourceType: text,
})
export type PhotoDescription = z.infer<typeof photoDescriptionSchema>

/** The record beside a stored original: the asset, not one use of it. */
export const photoSchema = z.strictObject({
  id: mediaIdSchema,
  /** The name the file came with, without any folder. */
  name: z.string().min(1).max(255),
  type: photoTypeSchema,
  bytes: z.int().positive(),
  /** Pixels as seen, orientation applied. */
  width: z.int().positive(),
  height: z.int().positive(),
  added: instantSchema,
  description: photoDescriptionSchema,
})
export type Photo = z.infer<typeof photoSchema>
