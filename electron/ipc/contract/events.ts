import { z } from 'zod'
import { storyIdSchema } from '../../../storage/model/ids.ts'
import { storyRecordSchema } from '../../../storage/model/record.ts'
import { settingsSchema } from '../../../storage/model/settings.ts'
import { storySummarySchema } from '../../../storage/model/summary.ts'
import { storyVersionSchema } from '../../../storage/model/version.ts'
import { damagedSchema } from './damaged.ts'
import { movingInSchema } from './importing.ts'
import { savedStateSchema, stepsSchema } from './stories.ts'

/** Steps of the publication, in order. */
export const publishStages = ['check', 'render', 'write', 'read_back', 'done'] as const

/** What main tells the windows without being asked. */
export const events = {
  /** Steps the authority accepted, from whichever window. */
  steps: z.strictObject({ id: storyIdSchema, steps: stepsSchema }),
  record: z.strictObject({ id: storyIdSchema, record: storyRecordSchema }),
  saved: z.strictObject({ id: storyIdSchema, saved: savedStateSchema }),
  /** A story is new or was saved: its row in the list. */
  summary: storySummarySchema,
  /** A story is about to go to the trash: what is unsent of it must be sent, then `trash.sent`. */
  trashing: z.strictObject({ id: storyIdSchema }),
  /** A story went to the trash: it is in no list and cannot be edited any more. */
  removed: z.strictObject({ id: storyIdSchema }),
  /** A version of a story was kept or named. */
  version: z.strictObject({ id: storyIdSchema, version: storyVersionSchema }),
  /** Another program changed the file of an open story. */
  otherChange: z.discriminatedUnion('outcome', [
    /** Nothing was unsaved here: the story now stands as the other program left it. */
    z.strictObject({ outcome: z.literal('reloaded'), id: storyIdSchema }),
    /** Both are kept as versions; the story stands as it was written here. */
    z.strictObject({
      outcome: z.literal('kept'),
      id: storyIdSchema,
      ours: storyVersionSchema,
      theirs: storyVersionSchema,
    }),
  ]),
  /** A damaged file was put aside, or passed over where it lies. What opening a story came across is in its recovery. */
  damaged: damagedSchema,
  /** The daily backup could not be made; told once a day, when it was tried. */
  backupFailed: z.strictObject({ message: z.string() }),
  settings: settingsSchema,
  /** Many rows of the list are made anew aside: how far that has come, some times a second. When it is finished, list again. */
  indexing: z.strictObject({ done: z.int().nonnegative(), total: z.int().nonnegative(), finished: z.boolean() }),
  publishProgress: z.strictObject({
    stage: z.enum(publishStages),
    done: z.int().nonnegative(),
    total: z.int().nonnegative(),
  }),
  /** How far along a folder is that is being imported, and last that it ended. */
  movingIn: movingInSchema,
  /** How many of the stories that this window acts on are done, some times a second. */
  actingOnMany: z.strictObject({ done: z.int().nonnegative(), total: z.int().nonnegative() }),
  /** A menu entry or its key was used; `command` is a command id of the window. */
  menu: z.strictObject({ command: z.string() }),
  /** Main is about to close the window: everything unsent must be sent, then `desk.readyToClose`. */
  closing: z.null(),
}

export type EventName = keyof typeof events
export type EventPayload<Name extends EventName> = z.infer<(typeof events)[Name]>
