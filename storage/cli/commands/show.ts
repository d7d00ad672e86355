import { writeDocument } from '../../model/document.ts'
import { storyIdOf } from '../arguments.ts'
import type { Command } from '../command.ts'

/** Prints a story as it is stored. */
export const show: Command = {
  name: 'show',
  summary: 'Print a story’s record and document as JSON.',
  define: (commander, run) =>
    commander.argument('<id>', 'the story').action((id: string) =>
      run((context) =>
        context.withWorkspace(async (workspace) => {
          const { record, document } = await workspace.readStory(storyIdOf(id))
          const json = { record, document: writeDocument(document) }
          return { json, text: JSON.stringify(json, null, 2) }
        }),
      ),
    ),
}
