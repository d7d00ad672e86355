import { v7 } from 'uuid'
import { copySlugs, slugBeforeNumber } from '../language/copy-slugs.ts'
import { duplicateDraft } from '../model/duplicate.ts'
import { quoteIdSchema } from '../model/ids.ts'
import type { StoryId } from '../model/ids.ts'
import type { Slug } from '../model/record.ts'
import type { Story } from '../model/story.ts'
import type { Workspace } from './workspace.ts'

type Library = Pick<Workspace, 'readStory' | 'list' | 'createStory'>

/**
 * Starts another story with the text of one as it stands, under the next slug that no story bears.
 * Throws as `readStory` and `createStory`; then nothing was stored.
 */
export async function duplicateStory(workspace: Library, id: StoryId): Promise<Story> {
  const source = await workspace.readStory(id)
  const slug = await freeSlug(workspace, source.record.slug)
  return workspace.createStory({ ...duplicateDraft(source, () => quoteIdSchema.parse(v7())), slug })
}

/** A copy of `BRIDGE-2` is `BRIDGE-3` where there is a `BRIDGE`; that of `BUDGET-27`, where no `BUDGET` is, `BUDGET-27-2`. */
async function freeSlug(workspace: Library, slug: Slug): Promise<Slug> {
  const before = slugBeforeNumber(slug)
  const first = before !== null && (await isTaken(workspace, before)) ? before : slug
  for (const candidate of copySlugs(first)) if (!(await isTaken(workspace, candidate))) return candidate
  return slug
}

async function isTaken(workspace: Library, slug: Slug): Promise<boolean> {
  const { stories } = await workspace.list({ query: `slug:"${slug}"`, limit: Infinity })
  return stories.some((story) => story.slug.toUpperCase() === slug.toUpperCase())
}
