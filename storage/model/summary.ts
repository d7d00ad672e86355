import type { Node } from 'prosemirror-model'
import { z } from 'zod'
import { storyIdSchema } from './ids.ts'
import { instantSchema } from './instant.ts'
import { languageTagSchema } from './language.ts'
import { slugSchema, translationSchema, urgencySchema } from './record.ts'
import { storyStatusSchema } from './status.ts'

/** A story as a list shows it. `errors` and `warnings` count the findings of the checks. */
export const storySummarySchema = z.strictObject({
  id: storyIdSchema,
  slug: slugSchema,
  headline: z.string(),
  language: languageTagSchema,
  status: storyStatusSchema,
  desk: z.string(),
  updated: instantSchema,
  embargo: instantSchema.nullable(),
  due: instantSchema.nullable(),
  urgency: urgencySchema,
  translation: translationSchema.nullable(),
  words: z.int().nonnegative(),
  photos: z.int().nonnegative(),
  quotes: z.int().nonnegative(),
  errors: z.int().nonnegative(),
  warnings: z.int().nonnegative(),
})
export type StorySummary = z.infer<typeof storySummarySchema>

/** The headline of a document as plain text. */
export function headlineOf(document: Node): string {
  return document.firstChild?.textContent ?? ''
}
