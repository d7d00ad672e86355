import type { Workspace } from '../library/workspace.ts'
import { GalleyError } from '../model/errors.ts'

/** The ids that a command was given, or those of every story with `--all`. Throws `usage` for neither or both. */
export async function storiesNamed(
  workspace: Workspace,
  ids: readonly string[],
  all: boolean,
): Promise<readonly string[]> {
  if (all === ids.length > 0) {
    throw new GalleyError('usage', all ? 'Name stories or say --all, not both.' : 'Name stories, or say --all.')
  }
  if (!all) return ids
  const { stories, unreadable } = await workspace.list({ query: '', limit: Infinity })
  return [...stories.map(({ id }) => id), ...unreadable.map(({ id }) => id)].sort()
}
