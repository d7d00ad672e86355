import { z } from 'zod'
import { recordFieldsSchema } from './record.ts'
import type { RecordPatch, StoryRecord } from './record.ts'

const { status, desk, keywords } = recordFieldsSchema.shape

/** One change that many stories can be given at once. */
export const recordChangeSchema = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('status'), status }),
  z.strictObject({ field: z.literal('desk'), desk }),
  /** Keywords to add to those that each has. */
  z.strictObject({ field: z.literal('keywords'), add: keywords.min(1) }),
])
export type RecordChange = z.infer<typeof recordChangeSchema>

/** What the change makes of one record; nothing when it stands so already. */
export function patchFor(record: StoryRecord, change: RecordChange): RecordPatch {
  switch (change.field) {
    case 'status':
      return record.status === change.status ? {} : { status: change.status }
    case 'desk':
      return record.desk === change.desk ? {} : { desk: change.desk }
    case 'keywords': {
      const added = change.add.filter((keyword) => !record.keywords.includes(keyword))
      return added.length === 0 ? {} : { keywords: [...record.keywords, ...added] }
    }
  }
}
