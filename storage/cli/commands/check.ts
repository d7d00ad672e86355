import type { Finding } from '../../checks/finding.ts'
import { checkStory } from '../../checks/check-story.ts'
import { nodeFileSystem } from '../../files/node-file-system.ts'
import { photosOf } from '../../library/count-findings.ts'
import { storiesOfSlug } from '../../library/stories-of-slug.ts'
import { storyIdOf } from '../arguments.ts'
import type { Command } from '../command.ts'
import { eachInput } from '../each-input.ts'
import { storiesNamed } from '../stories-named.ts'

/** Checks stories by every rule. */
export const check: Command = {
  name: 'check',
  summary: 'Check stories before they are published.',
  define: (commander, run) =>
    commander
      .argument('[id...]', 'the stories')
      .option('--all', 'every story', false)
      .action((ids: string[], { all }: { all: boolean }) =>
        run((context) =>
          context.withWorkspace(async (workspace) => {
            const named = await storiesNamed(workspace, ids, all)
            const { done, refused } = await eachInput(named, context, async (name) => {
              const story = await workspace.readStory(storyIdOf(name))
              const photos = await photosOf(nodeFileSystem, workspace.root, story)
              const { settings } = workspace
              const neighbours = await storiesOfSlug(workspace, story.record.slug)
              const result = checkStory({ ...story, photos, settings, now: context.now(), neighbours })
              return result.findings.map((finding) => findingRow(story.record.id, finding))
            })
            const findings = done.flat()
            const errors = findings.filter(({ severity }) => severity === 'error').length
            return {
              json: { findings, ...(refused.length > 0 ? { refused } : {}) },
              text: [
                ...findings.map(
                  ({ story, severity, message, where }) => `${story}  ${severity}: ${message} (${where.place})`,
                ),
                `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}, of which ${errors} stand in the way`,
              ].join('\n'),
              found: errors > 0 || refused.length > 0,
            }
          }),
        ),
      ),
}

type FindingRow = Pick<Finding, 'rule' | 'severity' | 'message' | 'where'> & {
  readonly story: string
  readonly fix?: Finding['fix']
}

/** A finding as the command line prints it. */
export function findingRow(story: string, { rule, severity, message, where, fix }: Finding): FindingRow {
  return { story, rule, severity, message, where, ...(fix === null ? {} : { fix }) }
}
