import { z } from 'zod'
import { storyIdSchema } from '../../../storage/model/ids.ts'
import { languageTagSchema } from '../../../storage/model/language.ts'
import { translationSchema } from '../../../storage/model/record.ts'
import { storySummarySchema } from '../../../storage/model/summary.ts'
import { call } from './call.ts'

export const languageVersionSchema = z.strictObject({
  summary: storySummarySchema,
  /** How many versions the source has moved on since this text was last brought in line with it; 0 for the source. */
  behind: z.int().nonnegative(),
})
export type LanguageVersion = z.infer<typeof languageVersionSchema>

const story = z.strictObject({ id: storyIdSchema })

export const languages = {
  /** The source of a story and its versions in other languages, the source first. */
  list: call(story, z.strictObject({ versions: z.array(languageVersionSchema) })),
  /** Starts a version in another language from the source. */
  create: call(z.strictObject({ id: storyIdSchema, language: languageTagSchema }), story),
  /** Notes that the text says what its source says now. */
  bringInLine: call(story, translationSchema),
}
