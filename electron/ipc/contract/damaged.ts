import { z } from 'zod'
import { storyIdSchema } from '../../../storage/model/ids.ts'

/** A file that could not be read: of a story, or with a null `id` of the workspace itself. */
export const damagedSchema = z.strictObject({
  id: storyIdSchema.nullable(),
  message: z.string(),
  /** Where it lies now; null when it was left in place. */
  quarantined: z.string().nullable(),
})
export type Damaged = z.infer<typeof damagedSchema>
