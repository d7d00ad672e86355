import { limitOption } from '../arguments.ts'
import type { Command } from '../command.ts'
import { listStories } from '../list-stories.ts'

/** Finds stories by their words. */
export const search: Command = {
  name: 'search',
  summary: 'Find stories, best answers first.',
  define: (commander, run) =>
    commander
      .argument('<query...>', 'words, "phrases", -not, prefix*, OR, fields such as desk:Home or words:<300')
      .option('--limit <number>', 'no more than so many', limitOption, Infinity)
      .action((words: string[], { limit }: { limit: number }) =>
        run((context) =>
          context.withWorkspace((workspace) =>
            listStories(workspace, context, {
              query: words.join(' '),
              limit,
              order: 'relevance',
              snippets: true,
            }),
          ),
        ),
      ),
}
