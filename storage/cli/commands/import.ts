import type { ImportFormat } from '../../importers/import-source.ts'
import type { Workspace } from '../../library/workspace.ts'
import type { LanguageTag } from '../../model/language.ts'
import { headlineOf } from '../../model/summary.ts'
import { moveIn } from '../../moving-in/move-in.ts'
import type { MovedFile, MovingEnd } from '../../moving-in/moved-file.ts'
import { bringUpToDate, storingDesk } from '../../moving-in/moving-desk.ts'
import { largestSource } from '../../moving-in/read-source.ts'
import { importFormatOption, languageOption } from '../arguments.ts'
import type { Command } from '../command.ts'
import type { Context } from '../context.ts'
import type { Outcome } from '../outcome.ts'

interface Options {
  readonly language?: LanguageTag
  readonly format: ImportFormat | 'auto'
}

interface Imported {
  readonly file: string
  readonly id: string
  readonly slug: string
  readonly headline: string
  readonly language: string
  readonly warnings: readonly { readonly code: string; readonly message: string }[]
}

/** Brings in a story per file, also of the files in folders. */
export const importFiles: Command = {
  name: 'import',
  summary: 'Bring in a story from each file, also from those in a folder.',
  define: (commander, run) =>
    commander
      .argument('<file...>', 'the files, and folders of files')
      .option('--language <tag>', 'their language; found out when left out', languageOption)
      .option('--format <format>', 'auto, text, html, docx, markdown, ninjs or galley', importFormatOption, 'auto')
      .action((files: string[], options: Options) =>
        run((context) => context.withWorkspace((workspace) => importAll(files, options, context, workspace))),
      ),
}

async function importAll(
  named: readonly string[],
  { language, format }: Options,
  context: Context,
  workspace: Workspace,
): Promise<Outcome> {
  const moved: MovedFile[] = []
  const desk = {
    ...storingDesk(workspace.root),
    readNamed: (file: string) => context.readInput(file, largestSource),
    bringUpToDate: (newer: Parameters<typeof bringUpToDate>[1]) => bringUpToDate(workspace, newer),
  }
  const moving = {
    named,
    language: language ?? null,
    format,
    signal: context.signal,
    onProgress: ({ done, total, name }: { done: number; total: number; name: string }) => {
      context.bar.show(done, total, name)
    },
    onMoved: (some: readonly MovedFile[]) => {
      moved.push(...some)
    },
  }
  const end = await moveIn(moving, desk)
  context.bar.clear()
  const imported: Imported[] = []
  for (const file of moved) {
    const known = await importedOf(file, workspace)
    if (known !== null) imported.push(known)
    for (const { message } of known?.warnings ?? []) context.note(`${file.file}: ${message}`)
  }
  const refused = moved.flatMap((file) =>
    file.outcome === 'refused' ? [{ file: file.file, code: file.code, message: file.message }] : [],
  )
  for (const { file, code, message } of refused) context.note(`${file}: ${message} (${code})`)
  sayEnd(end, context)
  return {
    json: { imported, refused },
    text: imported.map(({ id, slug, headline }) => `${id}  ${slug}  ${headline}`).join('\n'),
    found: refused.length > 0,
    ...(end.failure !== null ? { refused: end.failure.code } : end.left > 0 ? { refused: 'cancelled' as const } : {}),
  }
}

/** A file whose story is there already is told of with that story: a script that runs twice finds the same ids. */
async function importedOf(moved: MovedFile, workspace: Workspace): Promise<Imported | null> {
  if (moved.outcome === 'refused') return null
  if (moved.outcome === 'imported') {
    const { file, id, slug, headline, language, warnings } = moved
    return { file, id, slug, headline, language, warnings }
  }
  const { file, id, isTrashed } = moved
  const message = isTrashed
    ? 'The story of this file is in the trash. Nothing was added; take it back from there.'
    : 'The story of this file is there already. Nothing was added.'
  const story = isTrashed ? null : await workspace.readStory(id).catch(() => null)
  return {
    file,
    id,
    slug: story?.record.slug ?? '',
    headline: story === null ? '' : headlineOf(story.document),
    language: story?.record.language ?? '',
    warnings: [{ code: 'already_there', message }],
  }
}

function sayEnd({ skipped, left, failure }: MovingEnd, context: Context): void {
  const { hidden, rubbish, links, workspaces } = skipped
  const counts = [
    [hidden, 'hidden'],
    [rubbish, 'left by the system or a program'],
    [links, 'links or no files'],
    [workspaces, 'workspaces of Galley'],
  ] as const
  const passed = counts.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]))
  if (passed.length > 0) context.note(`Passed over in the folders: ${passed.join(', ')}.`)
  if (failure !== null) context.note(failure.message)
  if (left > 0) context.note(`Stopped. What was imported stays; files not looked at: ${left}. Import again to go on.`)
}
