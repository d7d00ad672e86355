import type { Node } from 'prosemirror-model'
import { z } from 'zod'
import { documentJsonSchema, readDocument, writeDocument } from './document.ts'
import { GalleyError } from './errors.ts'
import { currentFormat, migrateStory } from './migrations/index.ts'
import { storyRecordSchema } from './record.ts'
import type { StoryRecord } from './record.ts'

/** A story in memory: one immutable document and its record. */
export interface Story {
  readonly record: StoryRecord
  readonly document: Node
}

/**
 * `story.json` of the current format. `version` is the number of steps the document has taken; `sequence` is the last
 * journal entry that is part of this file, so that no entry is ever replayed twice.
 */
export const storyFileSchema = z.strictObject({
  format: z.literal(currentFormat),
  version: z.int().nonnegative(),
  sequence: z.int().nonnegative(),
  record: storyRecordSchema,
  document: documentJsonSchema,
})
export type StoryFile = z.infer<typeof storyFileSchema>

/** A story as JSON, keys in a fixed order. */
export function writeStory(story: Story, version: number, sequence = 0): StoryFile {
  return { format: currentFormat, version, sequence, record: story.record, document: writeDocument(story.document) }
}

/**
 * Reads a story file of this or any earlier format.
 * Throws `newer_format` for a later one, `story_damaged` for anything that does not hold.
 */
export function readStory(json: unknown): Story & { version: number; sequence: number } {
  const file = storyFileSchema.safeParse(migrateStory(json))
  if (!file.success) {
    throw new GalleyError('story_damaged', 'This story file is damaged and was not opened.', { cause: file.error })
  }
  const { record, document, version, sequence } = file.data
  return { record, document: readDocument(document), version, sequence }
}
