import { z } from 'zod'
import { mediaIdSchema } from '../../../storage/model/ids.ts'
import { photoSchema } from '../../../storage/model/photo.ts'
import { call, nothing } from './call.ts'
import { handedFileSchema, refusedSchema } from './importing.ts'

export const addPhotosResultSchema = z.strictObject({ photos: z.array(photoSchema), refused: z.array(refusedSchema) })
export type AddPhotosResult = z.infer<typeof addPhotosResultSchema>

export const media = {
  add: call(z.strictObject({ files: z.array(handedFileSchema).min(1).max(500) }), addPhotosResultSchema),
  /** Asks with the system's file dialog. Empty lists when it was closed. */
  choose: call(nothing, addPhotosResultSchema),
  /** The records of these photos; ids that are not in the store are left out. */
  get: call(
    z.strictObject({ ids: z.array(mediaIdSchema).max(1000) }),
    z.strictObject({ photos: z.array(photoSchema) }),
  ),
}
