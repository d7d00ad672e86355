import { plainText } from '../../model/text.ts'
import { storyIdOf } from '../arguments.ts'
import type { Command } from '../command.ts'

/** Prints a story's words. */
export const text: Command = {
  name: 'text',
  summary: 'Print a story as plain text.',
  define: (commander, run) =>
    commander.argument('<id>', 'the story').action((id: string) =>
      run((context) =>
        context.withWorkspace(async (workspace) => {
          const words = plainText((await workspace.readStory(storyIdOf(id))).document)
          return { json: { text: words }, text: words }
        }),
      ),
    ),
}
