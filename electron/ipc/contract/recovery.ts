import { z } from 'zod'
import { storyIdSchema } from '../../../storage/model/ids.ts'
import { instantSchema } from '../../../storage/model/instant.ts'
import { storyVersionSchema } from '../../../storage/model/version.ts'
import { call, nothing } from './call.ts'
import { readStorySchema } from './versions.ts'

/** What opening a story brought back after Galley had ended without closing it, or past files that were damaged. */
export const recoverySchema = z.strictObject({
  /** When the newest change that stands now was made. */
  at: instantSchema,
  /** How many changes came back that the last saved file did not hold. */
  changes: z.int().nonnegative(),
  /** One sentence for each file that could not be read, and where it lies now; null when it was left in place. */
  damage: z.array(z.strictObject({ message: z.string(), quarantined: z.string().nullable() })),
})
export type Recovery = z.infer<typeof recoverySchema>

const story = z.strictObject({ id: storyIdSchema })

export const recovery = {
  /** The story as the last saved file held it: what going back leads to. Throws `not_found` when nothing was recovered. */
  read: call(story, readStorySchema),
  /** The editor has looked and keeps what was recovered. */
  keep: call(story, nothing),
  /** Puts the last saved text in place of the recovered one, which is kept as the version that comes back. */
  goBack: call(story, z.strictObject({ kept: storyVersionSchema.nullable() })),
  /** The versions that a story can be made again from when no file of it can be read, newest first. */
  offers: call(story, z.strictObject({ versions: z.array(storyVersionSchema) })),
  /** Makes a story again from a version; its damaged files go to the quarantine. */
  rebuild: call(z.strictObject({ id: storyIdSchema, number: z.int().positive() }), nothing),
}
