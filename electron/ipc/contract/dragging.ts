import { z } from 'zod'
import { storyIdSchema } from '../../../storage/model/ids.ts'
import { call, nothing } from './call.ts'

/** Stories that are dragged out of the list. */
export const dragging = {
  /**
   * Writes the stories out and has the system carry them: a bundle, and Galley's own file of each that something stands in
   * the way of publishing. Not carried when the pointer was let go meanwhile.
   */
  begin: call(
    z.strictObject({ ids: z.array(storyIdSchema).min(1).max(1000) }),
    z.strictObject({
      isCarried: z.boolean(),
      /** The slugs of the stories that go as drafts. */
      drafts: z.array(z.string()),
    }),
  ),
  /** The pointer was let go. */
  letGo: call(nothing, nothing),
}
