import { basename } from 'node:path'
import { importStory } from '../../importers/import-story.ts'
import type { ImportFormat } from '../../importers/import-source.ts'
import type { LanguageTag } from '../../model/language.ts'
import { headlineOf } from '../../model/summary.ts'
import { importFormatOption, languageOption } from '../arguments.ts'
import type { Command } from '../command.ts'
import { eachInput } from '../each-input.ts'

/** Larger than any story, in bytes: what is larger is something else. */
const largest = 64 * 1024 ** 2

interface Options {
  readonly language?: LanguageTag
  readonly format: ImportFormat | 'auto'
}

/** Brings in a story per file. */
export const importFiles: Command = {
  name: 'import',
  summary: 'Bring in a story from each file.',
  define: (commander, run) =>
    commander
      .argument('<file...>', 'the files')
      .option('--language <tag>', 'their language; found out when left out', languageOption)
      .option('--format <format>', 'auto, text, html, docx, markdown, ninjs or galley', importFormatOption, 'auto')
      .action((files: string[], { language, format }: Options) =>
        run((context) =>
          context.withWorkspace(async (workspace) => {
            const { done: imported, refused } = await eachInput(files, context, async (file) => {
              const bytes = await context.readInput(file, largest)
              const story = importStory({ name: basename(file), bytes, language: language ?? null, format })
              const { record } = await workspace.createStory({ ...story.fields, document: story.document })
              for (const warning of story.warnings) context.note(`${file}: ${warning.message}`)
              return {
                file,
                id: record.id,
                slug: record.slug,
                headline: headlineOf(story.document),
                language: record.language,
                warnings: story.warnings.map(({ code, message }) => ({ code, message })),
              }
            })
            return {
              json: { imported, refused },
              text: imported.map(({ id, slug, headline }) => `${id}  ${slug}  ${headline}`).join('\n'),
              found: refused.length > 0,
            }
          }),
        ),
      ),
}
