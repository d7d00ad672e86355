import { z } from 'zod'
import { documentJsonSchema } from '../../../storage/model/document.ts'
import { storyIdSchema } from '../../../storage/model/ids.ts'
import { instantSchema } from '../../../storage/model/instant.ts'
import { languageTagSchema } from '../../../storage/model/language.ts'
import { recordPatchSchema, storyRecordSchema } from '../../../storage/model/record.ts'
import { storySummarySchema } from '../../../storage/model/summary.ts'
import { call, nothing } from './call.ts'

/** A ProseMirror step as JSON. The authority judges its inside by the schema. */
export const stepJsonSchema = z.looseObject({ stepType: z.string() })
export type StepJson = z.infer<typeof stepJsonSchema>

/** Names one window's editing of one story: tells a window which of the steps it hears are its own. */
export const clientIdSchema = z.uuid().brand<'ClientId'>()
export type ClientId = z.infer<typeof clientIdSchema>

/** Steps in order, the first of which lifts the document from `version`. `clients[i]` sent `steps[i]`. */
export const stepsSchema = z.strictObject({
  version: z.int().nonnegative(),
  steps: z.array(stepJsonSchema),
  clients: z.array(clientIdSchema),
})
export type Steps = z.infer<typeof stepsSchema>

/** How safe the story is. `at` is when the newest acknowledged change reached the disk. */
export const savedStateSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('saved'), at: instantSchema }),
  z.strictObject({ state: z.literal('failing'), message: z.string(), since: instantSchema }),
])
export type SavedState = z.infer<typeof savedStateSchema>

export const openStorySchema = z.strictObject({
  version: z.int().nonnegative(),
  document: documentJsonSchema,
  record: storyRecordSchema,
  saved: savedStateSchema,
})
export type OpenStory = z.infer<typeof openStorySchema>

const story = z.strictObject({ id: storyIdSchema })

/** Accepted steps are journalled and synced; a window that is behind fetches what it missed, rebases and sends again. */
export const sendStepsResultSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('accepted'), version: z.int().nonnegative(), at: instantSchema }),
  z.strictObject({ outcome: z.literal('behind'), missed: stepsSchema }),
])
export type SendStepsResult = z.infer<typeof sendStepsResultSchema>

export const stories = {
  list: call(
    z.strictObject({ query: z.string().max(500), limit: z.int().positive().max(10_000) }),
    z.strictObject({ total: z.int().nonnegative(), stories: z.array(storySummarySchema) }),
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
