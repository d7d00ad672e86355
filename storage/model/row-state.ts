import { z } from 'zod'
import type { Instant } from './instant.ts'
import type { StorySummary } from './summary.ts'

/** How a story stands, as a row of a list shows it: its status, or an embargo that still holds. */
export const rowStates = ['draft', 'in_edit', 'ready', 'published', 'embargo', 'killed'] as const
export const rowStateSchema = z.enum(rowStates)
export type RowState = z.infer<typeof rowStateSchema>

/** The state of a story at a moment. An embargo that holds comes before "ready"; it is nothing once published. */
export function rowStateOf(story: Pick<StorySummary, 'status' | 'embargo'>, now: Instant): RowState {
  if (story.status === 'withdrawn') return 'killed'
  if (story.status === 'published') return 'published'
  if (story.embargo !== null && story.embargo > now) return 'embargo'
  return story.status
}
