import type { Node } from 'prosemirror-model'
import { v4 } from 'uuid'
import type { StoryAuthority } from '../../journal/authority.ts'
import { clientIdSchema } from '../../model/steps.ts'
import type { Story } from '../../model/story.ts'
import { replacingSteps } from './replacing-steps.ts'

/**
 * Puts a document in the place of an open story's, as one change that every open window follows and that the journal
 * holds like any other. `keep` is given what stands before, and again when somebody was faster; its last answer is
 * returned, null when the document stands there already. Throws as `receive` and as `keep`; then nothing was replaced.
 */
export async function restoreDocument<T>(
  authority: StoryAuthority,
  document: Node,
  keep: (standing: Story) => Promise<T>,
): Promise<T | null> {
  const client = clientIdSchema.parse(v4())
  let kept: T | null = null
  for (;;) {
    const { version, record, document: standing } = authority
    if (standing.eq(document)) return kept
    kept = await keep({ record, document: standing })
    const answer = await authority.receive(version, replacingSteps(standing, document), client)
    if (answer.outcome === 'accepted') return kept
  }
}
