import { basename, resolve } from 'node:path'
import { createWorkspace } from '../../library/open-workspace.ts'
import type { LanguageTag } from '../../model/language.ts'
import { defaultSettings } from '../../model/settings.ts'
import { languageOption } from '../arguments.ts'
import type { Command } from '../command.ts'

/** Makes a workspace. */
export const init: Command = {
  name: 'init',
  summary: 'Make a workspace in a new or empty folder.',
  define: (commander, run) =>
    commander
      .argument('<dir>', 'the folder')
      .option('--name <name>', 'what the newsroom calls itself; the folder’s name when left out')
      .option('--language <tag>', 'the language of new stories', languageOption, defaultSettings.language)
      .action((dir: string, { name, language }: { name?: string; language: LanguageTag }) =>
        run(async () => {
          const root = resolve(dir)
          const about = { name: name ?? (basename(root).slice(0, 200) || 'Galley'), language }
          const workspace = await createWorkspace(root, about, { holder: 'the galley command' })
          await workspace.close()
          return { json: { workspace: workspace.root }, text: `Made a workspace in ${workspace.root}` }
        }),
      ),
}
