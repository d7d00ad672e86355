import { z } from 'zod'
import { errorCodes } from '../../../storage/model/errors.ts'
import { storyIdSchema } from '../../../storage/model/ids.ts'
import { movedFileSchema, movingEndSchema, movingProgressSchema } from '../../../storage/moving-in/moved-file.ts'
import { call, nothing } from '../../ipc/contract/call.ts'

/** A newer text that only the process of the open stories can put in place. */
const newerSchema = z.strictObject({ id: storyIdSchema, standing: z.string(), document: z.unknown() })

/** What the moving-in process does: reading thousands of files must not hold up the desk. One import at a time. */
export const movingInCalls = {
  begin: call(z.strictObject({ named: z.array(z.string()).min(1) }), nothing),
  /** Waits until there is something to tell. What is told of as moved is on disk. */
  listen: call(
    nothing,
    z.strictObject({
      progress: movingProgressSchema,
      moved: z.array(movedFileSchema),
      /** Has to be answered before it goes on. */
      newer: newerSchema.nullable(),
      end: movingEndSchema.nullable(),
    }),
  ),
  answer: call(
    z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.enum(['done', 'touched']) }),
      z.strictObject({ outcome: z.literal('failed'), code: z.enum(errorCodes), message: z.string() }),
    ]),
    nothing,
  ),
  /** Ends behind the file in hand. */
  stop: call(nothing, nothing),
}
