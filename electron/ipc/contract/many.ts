import { z } from 'zod'
import { storyIdSchema } from '../../../storage/model/ids.ts'

/** Stories that something is done to. */
export const manyStoriesSchema = z.array(storyIdSchema).min(1).max(1_000_000)

/** What came of an act on many stories. */
export const actedOnManySchema = z.strictObject({
  changed: z.array(storyIdSchema),
  /** Those that could not be changed, by the sentence that says why. */
  refused: z.array(z.strictObject({ message: z.string(), ids: z.array(storyIdSchema).min(1) })),
  /** How many it did not come to, because it was stopped. */
  left: z.int().nonnegative(),
})
export type ActedOnMany = z.infer<typeof actedOnManySchema>
