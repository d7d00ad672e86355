import { z } from 'zod'
import { entityKindSchema, entitySchema } from '../../../storage/model/entity.ts'
import { call } from './call.ts'

export const names = {
  /** Entries of the authority file whose name or alias holds the words, best first. */
  search: call(
    z.strictObject({
      query: z.string().max(200),
      kind: entityKindSchema.nullable(),
      limit: z.int().positive().max(100),
    }),
    z.strictObject({ entities: z.array(entitySchema) }),
  ),
  add: call(
    z.strictObject({ kind: entityKindSchema, name: z.string().trim().min(1).max(200), role: z.string().max(200) }),
    entitySchema,
  ),
}
