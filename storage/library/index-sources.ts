import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { readError } from '../files/disk-error.ts'
import { factsNow } from '../files/facts-now.ts'
import type { FileSystem } from '../files/file-system.ts'
import { indexedStory } from '../index/indexed-story.ts'
import type { StorySources } from '../index/story-sources.ts'
import type { Settings } from '../model/settings.ts'
import { countFindings } from './count-findings.ts'
import { storyPlaces } from './places.ts'
import { readStoryAt } from './story-files.ts'
import { storyIds } from './story-ids.ts'

/** Where the index of a workspace lies. */
export function indexPath(root: string): string {
  return join(root, 'index.sqlite')
}

/** The stories of a workspace as its index takes them in: what lies in their files, journals included. */
export function indexSources(fs: FileSystem, root: string, settings: () => Settings): StorySources {
  let limits: Settings['limits'] | null = null
  let sum = ''
  const sumOfLimits = (): string => {
    if (limits !== settings().limits) {
      limits = settings().limits
      sum = shortSum(limits)
    }
    return sum
  }
  return {
    ids: () => storyIds(fs, root),
    identityOf: (id) => {
      const { folder, file, journal } = storyPlaces(root, id)
      const facts = factsNow(file)
      if (facts === null && factsNow(folder) === null) return null
      // Of all settings the checks look at the limits only.
      return [facts ?? 'none', factsNow(journal) ?? 'none', sumOfLimits()].join(' ')
    },
    read: async (id) => {
      try {
        const story = await readStoryAt(fs, storyPlaces(root, id), id)
        return indexedStory(story, await countFindings(fs, root, story, settings()))
      } catch (error) {
        throw readError(error, 'This story')
      }
    },
  }
}

function shortSum(value: object): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 8)
}
