import { z } from 'zod'
import { indexedStorySchema } from '../../../storage/index/indexed-story.ts'
import type { IndexAnswer } from '../../../storage/index/list-query.ts'
import { storyIdSchema } from '../../../storage/model/ids.ts'
import { instantSchema } from '../../../storage/model/instant.ts'
import { groupingSchema, listOrderSchema, storyCountSchema, storyFilterSchema } from '../../../storage/model/listing.ts'
import { limitsSchema } from '../../../storage/model/settings.ts'
import { call, nothing } from '../../ipc/contract/call.ts'

/** What the checks must know of the settings to count a story's findings. */
const limits = z.strictObject({ limits: limitsSchema })

/** Parsed row by row where it was read, and once more on its way to a window: a third time would cost more than the query. */
const answer = z.custom<IndexAnswer>((value) => typeof value === 'object' && value !== null && 'stories' in value)

const place = z.int().nonnegative()
const query = z.strictObject({
  query: z.string(),
  typing: z.boolean(),
  order: listOrderSchema,
  filter: z.exactOptional(storyFilterSchema),
  grouping: z.exactOptional(groupingSchema),
  now: z.exactOptional(instantSchema),
  revision: z.exactOptional(z.int()),
})

/** What the archive process does: whatever reads, writes or asks the index, so that none of it can hold up a key. */
export const archiveCalls = {
  list: call(
    query.extend({ limit: z.number().positive(), offset: z.exactOptional(place), excerpts: z.boolean() }),
    answer,
  ),
  ids: call(
    query.extend({ offset: place, limit: z.number().positive() }),
    z.strictObject({ ids: z.array(storyIdSchema), revision: z.int() }),
  ),
  place: call(
    z.strictObject({
      query,
      wanted: z.union([
        z.strictObject({ story: storyIdSchema }),
        z.strictObject({ beginning: z.string().min(1), after: z.int() }),
      ]),
    }),
    z.strictObject({ place: place.nullable(), revision: z.int() }),
  ),
  counts: call(z.strictObject({ query, recent: instantSchema }), z.array(storyCountSchema)),
  put: call(
    z.strictObject({ states: z.array(z.strictObject({ identity: z.string(), story: indexedStorySchema })) }),
    nothing,
  ),
  refresh: call(limits.extend({ ids: z.array(storyIdSchema) }), nothing),
  reconcile: call(
    limits.extend({ budget: z.number().nonnegative() }),
    z.strictObject({
      done: z.int().nonnegative(),
      total: z.int().nonnegative(),
      finished: z.boolean(),
      changed: z.array(storyIdSchema),
    }),
  ),
  /** Closes the index, so that its file is whole by itself. */
  close: call(nothing, nothing),
}
