import { z } from 'zod'
import { documentJsonSchema } from '../../../storage/model/document.ts'
import { storyIdSchema } from '../../../storage/model/ids.ts'
import { storyRecordSchema } from '../../../storage/model/record.ts'
import { storyVersionSchema, versionNameSchema } from '../../../storage/model/version.ts'
import { call } from './call.ts'

export const readStorySchema = z.strictObject({ record: storyRecordSchema, document: documentJsonSchema })
export type ReadStory = z.infer<typeof readStorySchema>

const story = z.strictObject({ id: storyIdSchema })
const version = z.strictObject({ id: storyIdSchema, number: z.int().positive() })

export const versions = {
  /** Newest first. */
  list: call(story, z.strictObject({ versions: z.array(storyVersionSchema) })),
  /** Keeps what stands now under a name. */
  name: call(z.strictObject({ id: storyIdSchema, name: versionNameSchema }), storyVersionSchema),
  read: call(version, readStorySchema),
  /** Puts the text of a version in place of the story's; what stood before is kept as the version that comes back. */
  restore: call(version, z.strictObject({ kept: storyVersionSchema.nullable() })),
}
