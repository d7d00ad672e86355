import { z } from 'zod'
import { documentJsonSchema } from '../../../storage/model/document.ts'
import { excerptSchema } from '../../../storage/model/excerpt.ts'
import { storyIdSchema } from '../../../storage/model/ids.ts'
import { instantSchema } from '../../../storage/model/instant.ts'
import { languageTagSchema } from '../../../storage/model/language.ts'
import {
  groupingSchema,
  listOrderSchema,
  noFilter,
  storyCountSchema,
  storyFilterSchema,
  storyGroupSchema,
} from '../../../storage/model/listing.ts'
import { recordChangeSchema } from '../../../storage/model/record-change.ts'
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
import { actedOnManySchema, manyStoriesSchema } from './many.ts'
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

/** Which stories are listed, and in which order. */
export const storySearchSchema = z.strictObject({
  query: z.string().max(500),
  filter: storyFilterSchema.default(noFilter),
  order: listOrderSchema.default('newest'),
  grouping: groupingSchema.default('none'),
})
const search = storySearchSchema.extend({
  /** The list of which more is wanted. */
  revision: z.exactOptional(z.int()),
})
export type StorySearch = z.infer<typeof storySearchSchema>

/** Where the words of a query stand in a story. */
const foundSchema = excerptSchema.extend({ id: storyIdSchema })
export type Found = z.infer<typeof foundSchema>

export const stories = {
  /** A stretch of the stories that answer a search. */
  list: call(
    search.extend({
      offset: z.int().nonnegative().default(0),
      limit: z.int().positive().max(10_000),
      /** Whether to show where the words were found. */
      excerpts: z.boolean().default(false),
    }),
    z.strictObject({
      total: z.int().nonnegative(),
      /** Which state of the archive answered: given back, more of the same list comes. */
      revision: z.int(),
      /** The groups of the whole list in order, told with its first stories. */
      groups: z.array(storyGroupSchema),
      stories: z.array(storySummarySchema),
      excerpts: z.array(foundSchema),
      /** What of the query could not be understood and was left out, each with a sentence. */
      problems: z.array(
        z.strictObject({ from: z.int().nonnegative(), to: z.int().nonnegative(), sentence: z.string() }),
      ),
      /** Stories whose files could not be read, and why: they are in no count and may be made again from a version. */
      unreadable: z.array(z.strictObject({ id: storyIdSchema, message: z.string() })),
    }),
  ),
  /** The ids of a stretch of a search, for acts on many; of another list than was asked for when that is not there any more. */
  ids: call(
    search.extend({ offset: z.int().nonnegative(), limit: z.int().positive().max(1_000_000) }),
    z.strictObject({ ids: z.array(storyIdSchema), revision: z.int() }),
  ),
  /** Where a story stands in a list, or the next one after a place whose slug or headline begins with something. */
  place: call(
    search.extend({
      wanted: z.union([
        z.strictObject({ story: storyIdSchema }),
        z.strictObject({ beginning: z.string().min(1).max(100), after: z.int() }),
      ]),
    }),
    z.strictObject({ place: z.int().nonnegative().nullable(), revision: z.int() }),
  ),
  /** How many stories that answer a query stand how; `recent` changed since. */
  counts: call(search.extend({ recent: instantSchema }), z.array(storyCountSchema)),
  /** The rows of some stories; those that are not there are left out. */
  summaries: call(z.strictObject({ ids: manyStoriesSchema.max(1000) }), z.array(storySummarySchema)),
  create: call(z.strictObject({ language: languageTagSchema }), story),
  /** Starts another story with the text of this one, and answers which. */
  duplicate: call(story, story),
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
  /** Gives many stories, open or not, the same change. Windows hear `actingOnMany`; `stopMany` ends it before its time. */
  changeMany: call(z.strictObject({ ids: manyStoriesSchema, change: recordChangeSchema }), actedOnManySchema),
  /** Ends an act of this window on many stories behind the one in hand. */
  stopMany: call(nothing, nothing),
}
