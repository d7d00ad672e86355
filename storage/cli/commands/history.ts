import type { StoryVersion, VersionKind } from '../../model/version.ts'
import { storyIdOf } from '../arguments.ts'
import type { Command } from '../command.ts'

/** Lists the saved versions of a story, newest first. */
export const history: Command = {
  name: 'history',
  summary: 'List the saved versions of a story.',
  define: (commander, run) =>
    commander.argument('<id>', 'the story').action((id: string) =>
      run((context) =>
        context.withWorkspace(async (workspace) => {
          const versions = await workspace.versions(storyIdOf(id))
          return {
            json: { versions: versions.map(rowOf) },
            text: [
              ...versions.map(lineOf),
              versions.length === 0 ? 'No version of this story was kept yet.' : `${versions.length} kept`,
            ].join('\n'),
          }
        }),
      ),
    ),
}

function rowOf({ number, at, by, kind, name, words, wordsAdded, wordsRemoved }: StoryVersion): object {
  return { number, at, by, kind, name, words, added: wordsAdded, removed: wordsRemoved }
}

function lineOf({ number, at, by, kind, name, words, wordsAdded, wordsRemoved }: StoryVersion): string {
  const change = `+${wordsAdded} −${wordsRemoved}`
  const title = name === '' ? reasons[kind] : name
  return [String(number).padStart(4), at.slice(0, 16), `${words} words`, change, title, by].filter(Boolean).join('  ')
}

const reasons: Record<VersionKind, string> = {
  named: 'named',
  status: 'status changed',
  publication: 'published',
  before_import: 'before a large change',
  interval: 'while working',
  restore: 'before an older version was restored',
  other_change: 'changed by another program',
}
