import { limitOption } from '../arguments.ts'
import type { Command } from '../command.ts'
import { listStories } from '../list-stories.ts'

/** Lists stories. */
export const list: Command = {
  name: 'list',
  summary: 'List stories, newest change first.',
  define: (commander, run) =>
    commander
      .option(
        '--query <words>',
        'only those that answer it: words, "phrases", -not, prefix*, OR, fields such as desk:Home',
        '',
      )
      .option('--limit <number>', 'no more than so many', limitOption, Infinity)
      .action(({ query, limit }: { query: string; limit: number }) =>
        run((context) =>
          context.withWorkspace((workspace) =>
            listStories(workspace, context, { query, limit, order: 'newest', snippets: false }),
          ),
        ),
      ),
}
