import type { Instant } from '../model/instant.ts'
import type { StoryCount } from '../model/listing.ts'
import { rowStateOf } from '../model/row-state.ts'
import type { StorySummary } from '../model/summary.ts'

/** How many of these stories stand how: what the index counts, without the index. */
export function countStanding(stories: readonly StorySummary[], now: Instant, recent: Instant): StoryCount[] {
  const counts = new Map<string, StoryCount>()
  for (const story of stories) {
    const alike = {
      state: rowStateOf(story, now),
      desk: story.desk,
      language: story.language,
      findings: story.warnings > 0 || story.errors > 0,
      isRecent: story.updated >= recent,
    }
    const key = JSON.stringify(alike)
    counts.set(key, { ...alike, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()]
}

/** Whether the slug or the headline of a story begins with what somebody typed. */
export function beginsWith({ slug, headline }: StorySummary, text: string): boolean {
  const wanted = text.toUpperCase()
  return [slug, headline].some((words) => words.toUpperCase().startsWith(wanted))
}
