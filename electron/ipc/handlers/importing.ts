import { shell } from 'electron'
import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute } from 'node:path'
import { GalleyError, isGalleyError } from '../../../storage/model/errors.ts'
import { importFile } from '../../../storage/importers/import-file.ts'
import type { ImportSource } from '../../../storage/importers/import-source.ts'
import type { ImportedStory, ImportWarning } from '../../../storage/importers/imported-story.ts'
import { alone, bringPhotos } from '../../../storage/importers/photos-beside.ts'
import type { Beside } from '../../../storage/importers/photos-beside.ts'
import type { Story } from '../../../storage/model/story.ts'
import { headlineOf } from '../../../storage/model/summary.ts'
import { folderBeside } from '../../../storage/moving-in/folder-beside.ts'
import type { Desk } from '../../main/desk.ts'
import { saveReport } from '../../main/moved-in-report.ts'
import { movedInOf } from '../../main/moved-in-words.ts'
import type { Imported, ImportResult, Refused } from '../contract/importing.ts'
import type { AreaHandlers } from './handlers.ts'

/** Larger than any story: a file of this size is something else. In bytes. */
const largestStory = 32 * 1024 * 1024

export function importingHandlers(desk: Desk): AreaHandlers<'importing'> {
  return {
    clipboard: ({ text, html }) =>
      importAll(desk, [{ name: '', source: () => ({ name: '', text, ...(html === null ? {} : { html }) }) }]),
    files: ({ files }) =>
      importAll(
        desk,
        files.map((file) => ({ name: file.name, source: () => file })),
      ),
    choose: async (_request, from) => {
      const paths = await desk.dialogs.chooseStories(from)
      if (paths.some((path) => /\.zip$/iu.test(path))) {
        // A bundle may hold any number of stories.
        desk.movingIn.begin(paths)
        return { imported: [], refused: [] }
      }
      return importAll(
        desk,
        paths.map((path) => ({
          name: basename(path),
          source: () => readStoryFile(path),
          beside: folderBeside(path, dirname(path)),
        })),
      )
    },
    moveIn: async (_request, from) => {
      const folder = await desk.dialogs.chooseFolderToImport(from)
      if (folder !== null) desk.movingIn.begin([folder])
      return { isBegun: folder !== null }
    },
    moveInDropped: ({ files }) => {
      const paths = files.filter((file) => typeof file === 'string').filter(isAbsolute)
      const own = paths.map((path) => desk.dragOut.storiesIn(path))
      const others = paths.filter((_path, index) => own[index] === null)
      if (others.length > 0) desk.movingIn.begin(others)
      return { open: others.length > 0 ? null : (own[0]?.[0] ?? null) }
    },
    stopMovingIn: async () => {
      await desk.movingIn.cancel()
      return null
    },
    movedIn: () => movedInOf(desk.movingIn.moved),
    saveMovedIn: async (_request, from) => {
      const { moved } = desk.movingIn
      const path = moved === null ? null : await desk.dialogs.chooseReport(from)
      if (moved !== null && path !== null) await saveReport(path, moved)
      return { isSaved: path !== null }
    },
    showRefused: ({ place }) => {
      const file = desk.movingIn.moved?.files[place]
      if (file?.outcome === 'refused') shell.showItemInFolder(file.file)
      return null
    },
  }
}

interface Incoming {
  readonly name: string
  readonly source: () => ImportSource | Promise<ImportSource>
  /** What lies in its folder, where it comes from one. */
  readonly beside?: Beside
}

/** Imports one after the other. One that is refused is named; the others still come in. */
async function importAll(desk: Desk, incoming: readonly Incoming[]): Promise<ImportResult> {
  const imported: Imported[] = []
  const refused: Refused[] = []
  for (const { name, source, beside = alone } of incoming) {
    try {
      imported.push(await importOne(desk, name, await source(), beside))
    } catch (error) {
      if (!isGalleyError(error) || error.code === 'internal') throw error
      refused.push({ file: name, code: error.code, message: error.message })
    }
  }
  return { imported, refused }
}

async function importOne(desk: Desk, file: string, source: ImportSource, beside: Beside): Promise<Imported> {
  const story = await importFile(source)
  const here = await storyHere(desk, story)
  if (here !== null) return importedOf(file, here, [alreadyHere])
  const { document, fields, warnings } = await bringPhotos(story, beside, desk.media)
  return importedOf(file, await desk.workspace.createStory({ ...fields, document }), warnings)
}

const alreadyHere: ImportWarning = {
  code: 'already_there',
  message: 'This story is here already, with just this text. It was opened, and nothing was added.',
}

/** The story itself when it was written out here and has not changed since; else null. */
async function storyHere({ workspace }: Desk, { origin, document }: ImportedStory): Promise<Story | null> {
  if (origin === undefined) return null
  try {
    const story = await workspace.readStory(origin)
    return story.document.eq(document) ? story : null
  } catch (error) {
    // One that cannot be read stays as it is; what comes in becomes a story of its own.
    if (!isGalleyError(error)) throw error
    return null
  }
}

function importedOf(file: string, { record, document }: Story, warnings: readonly ImportWarning[]): Imported {
  return {
    file,
    id: record.id,
    slug: record.slug,
    headline: headlineOf(document),
    language: record.language,
    warnings: warnings.map(({ code, message }) => ({ code, message })),
  }
}

async function readStoryFile(path: string): Promise<ImportSource> {
  const name = basename(path)
  try {
    if ((await stat(path)).size > largestStory) {
      throw new GalleyError('too_large', `${name} is too large to be a story. Nothing was added.`)
    }
    return { name, bytes: await readFile(path) }
  } catch (cause) {
    if (isGalleyError(cause)) throw cause
    throw new GalleyError('disk_refused', `${name} could not be read. Nothing was added.`, { cause })
  }
}
