import { limitOption } from '../arguments.ts'
import type { Command } from '../command.ts'
import { listStories } from '../list-stories.ts'

/** Finds stories by their words. */
export const search: Command = {
  name: 'search',
  summary: 'Find stories that hold every word.',
  define: (commander, run) =>
    commander
      .argument('<words...>', 'the words')
      .option('--limit <number>', 'no more than so many', limitOption, Infinity)
      .action((words: string[], { limit }: { limit: number }) =>
        run((context) =>
          context.withWorkspace((workspace) =>
            listStories(workspace, context, { query: words.join(' '), limit, snippets: true }),
          ),
        ),
      ),
}
