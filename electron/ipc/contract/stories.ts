import { z } from 'zod'
import { documentJsonSchema } from '../../../storage/model/document.ts'
import { storyIdSchema } from '../../../storage/model/ids.ts'
import { instantSchema } from '../../../storage/model/instant.ts'
import { languageTagSchema } from '../../../storage/model/language.ts'
import { recordPatchSchema, storyRecordSchema } from '../../../storage/model/record.ts'
import {
  clientIdSchema,
  savedStateSchema,
  sendStepsResultSchema,
  stepJsonSchema,
  stepsSchema,
} from '../../../storage/model/steps.ts'
import { storySummarySchema } from '../../../storage/model/summary.ts'
import { call, nothing } from './call.ts'
import { recoverySchema } from './recovery.ts'

export type { ClientId, SavedState, SendStepsResult, StepJson, Steps } from '../../../storage/model/steps.ts'
export { savedStateSchema, stepsSchema } from '../../../storage/model/steps.ts'

export const openStorySchema = z.strictObject({
  version: z.int().nonnegative(),
  document: documentJsonSchema,
  record: storyRecordSchema,
  saved: savedStateSchema,
  /** Null when the story was closed in order the last time, or an editor has looked at what was recovered. */
  recovery: recoverySchema.nullable(),
})
export type OpenStory = z.infer<typeof openStorySchema>

const story = z.strictObject({ id: storyIdSchema })

export const stories = {
  list: call(
    z.strictObject({ query: z.string().max(500), limit: z.int().positive().max(10_000) }),
    z.strictObject({
      total: z.int().nonnegative(),
      stories: z.array(storySummarySchema),
      /** Stories whose files could not be read, and why: they are in no count and may be made again from a version. */
      unreadable: z.array(z.strictObject({ id: storyIdSchema, message: z.string() })),
    }),
  ),
  create: call(z.strictObject({ language: languageTagSchema }), story),
  /** Opens the story for this window, which hears of it until `close`. */
  open: call(story, openStorySchema),
  close: call(story, nothing),
  sendSteps: call(
    z.strictObject({
      id: storyIdSchema,
      version: z.int().nonnegative(),
      steps: z.array(stepJsonSchema).min(1).max(1000),
      client: clientIdSchema,
    }),
    sendStepsResultSchema,
  ),
  stepsSince: call(z.strictObject({ id: storyIdSchema, version: z.int().nonnegative() }), stepsSchema),
  changeRecord: call(
    z.strictObject({ id: storyIdSchema, patch: recordPatchSchema }),
    z.strictObject({ record: storyRecordSchema, at: instantSchema }),
  ),
}
