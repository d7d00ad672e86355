import { z } from 'zod'
import { instantSchema } from '../../../storage/model/instant.ts'
import { call } from '../../ipc/contract/call.ts'

/** What the backup process does: reading and packing a whole workspace must not hold up the desk. */
export const backupCalls = {
  /** Makes the backup of the day unless there is one, and removes those that are no longer kept. */
  daily: call(z.strictObject({ now: instantSchema }), z.strictObject({ isMade: z.boolean() })),
}
