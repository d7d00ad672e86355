import type { Slug } from '../model/record.ts'
import type { StorySummary } from '../model/summary.ts'
import type { Workspace } from './workspace.ts'

/** A desk has a handful of stories of one slug in flight; more than these say no more. */
const most = 50

/** The stories that bear a slug, newest change first. */
export async function storiesOfSlug(workspace: Pick<Workspace, 'list'>, slug: Slug): Promise<StorySummary[]> {
  const { stories } = await workspace.list({ query: `slug:"${slug}"`, limit: most })
  return stories.filter((story) => story.slug === slug)
}
