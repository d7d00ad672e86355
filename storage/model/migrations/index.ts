import { z } from 'zod'
import { GalleyError } from '../errors.ts'
import type { StoryMigration } from './migration.ts'
import { to2 } from './to-2.ts'

/** The format of story files that this version of Galley writes. */
export const currentFormat = 2

/** Every migration, oldest first, with no gap: the first lifts format 1 to 2. */
export const storyMigrations: readonly StoryMigration[] = [to2]

const anyFormat = z.looseObject({ format: z.int().positive() })

/**
 * Brings a story file of any earlier format to the current one.
 * Throws `newer_format` when the file was written by a later Galley, `story_damaged` when it names no format. Other
 * migrations than the ones there are serve their tests.
 */
export function migrateStory(
  json: unknown,
  migrations: readonly StoryMigration[] = storyMigrations,
): Record<string, unknown> {
  const newest = migrations.at(-1)?.to ?? 1
  const file = anyFormat.safeParse(json)
  if (!file.success) {
    throw new GalleyError('story_damaged', 'This story file names no format and was not opened.', { cause: file.error })
  }
  if (file.data.format > newest) {
    throw new GalleyError(
      'newer_format',
      'This story was saved by a newer Galley. It was left as it is; open it with that version.',
    )
  }
  return migrations
    .filter((migration) => migration.to > file.data.format)
    .reduce<Record<string, unknown>>(
      (older, migration) => ({ ...migration.up(older), format: migration.to }),
      file.data,
    )
}
