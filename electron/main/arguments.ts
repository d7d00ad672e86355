import { resolve } from 'node:path'
import { storyIdSchema } from '../../storage/model/ids.ts'
import type { StoryId } from '../../storage/model/ids.ts'

/** What Galley was started with. */
export interface StartArguments {
  /** The workspace that was named, as an absolute path, or null for the default one. */
  readonly workspace: string | null
  /** The story to open first, or null for the one that was open last. */
  readonly story: StoryId | null
}

/**
 * Reads `--workspace DIR` and `--story ID`, each also as `--option=value`. Other words are Chromium's or the
 * system's and passed over, a story id that is none too.
 *
 * @param folder what a relative path starts from
 */
export function readStartArguments(words: readonly string[], folder: string): StartArguments {
  const workspace = valueOf('--workspace', words)
  return {
    workspace: workspace === undefined || workspace === '' ? null : resolve(folder, workspace),
    story: storyIdSchema.safeParse(valueOf('--story', words)).data ?? null,
  }
}

function valueOf(option: string, words: readonly string[]): string | undefined {
  const index = words.findIndex((word) => word === option || word.startsWith(`${option}=`))
  const found = words[index]
  if (found === undefined) return undefined
  return found === option ? words[index + 1] : found.slice(option.length + 1)
}
