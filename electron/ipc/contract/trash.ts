import { z } from 'zod'
import { storyIdSchema } from '../../../storage/model/ids.ts'
import { instantSchema } from '../../../storage/model/instant.ts'
import { call, nothing } from './call.ts'
import { actedOnManySchema, manyStoriesSchema } from './many.ts'

export const trashedStorySchema = z.strictObject({
  id: storyIdSchema,
  /** Empty, as is the headline, when the file cannot be read: the story can be taken back all the same. */
  slug: z.string(),
  headline: z.string(),
  at: instantSchema,
  by: z.string(),
})
export type TrashedStory = z.infer<typeof trashedStorySchema>

const many = z.strictObject({ ids: manyStoriesSchema })
const story = z.strictObject({ id: storyIdSchema })

export const trash = {
  /** Last trashed first. */
  list: call(nothing, z.strictObject({ stories: z.array(trashedStorySchema) })),
  /** Moves a story there. Windows that have it open hear `removed`. */
  put: call(story, nothing),
  /** The window has sent what it could of a story after `trashing`. */
  sent: call(story, nothing),
  takeBack: call(story, nothing),
  /** The same of many. Windows hear `actingOnMany`; `stories.stopMany` ends it before its time. */
  putMany: call(many, actedOnManySchema),
  takeBackMany: call(many, actedOnManySchema),
  /** Removes everything in the trash for good. */
  empty: call(nothing, z.strictObject({ removed: z.int().nonnegative() })),
}
