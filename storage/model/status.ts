import { z } from 'zod'
import { instantSchema } from './instant.ts'

export const storyStatuses = ['draft', 'in_edit', 'ready', 'published', 'withdrawn'] as const
export const storyStatusSchema = z.enum(storyStatuses)
export type StoryStatus = z.infer<typeof storyStatusSchema>

/**
 * Where an editor may move a story from each status. `published` and `withdrawn` are reached by a publication alone:
 * nobody can say of a story that it went out, only send it.
 */
const moves: Readonly<Record<StoryStatus, readonly StoryStatus[]>> = {
  draft: ['in_edit', 'ready'],
  in_edit: ['draft', 'ready'],
  ready: ['in_edit', 'draft'],
  published: ['in_edit', 'ready'],
  withdrawn: ['in_edit'],
}

/** True when an editor may move a story so; staying is no move and always allowed. */
export function mayMove(from: StoryStatus, to: StoryStatus): boolean {
  return from === to || moves[from].includes(to)
}

/** One move of a story from status to status, by hand or by a publication. */
export const statusMoveSchema = z.strictObject({
  from: storyStatusSchema,
  to: storyStatusSchema,
  at: instantSchema,
  /** The editor of the settings at that moment; empty when none was set, or not known. */
  by: z.string().max(200),
})
export type StatusMove = z.infer<typeof statusMoveSchema>
