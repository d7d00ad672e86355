import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { errnoOf } from '../files/disk-error.ts'
import { GalleyError, isGalleyError } from '../model/errors.ts'
import { manifestPath } from '../publish/bundle/manifest.ts'
import type { Skipped } from './moved-file.ts'
import { isBundle } from './read-bundle-stories.ts'

/** A file to bring in, or a place that could not be looked into and why. */
export type Walked =
  | {
      readonly kind: 'file'
      readonly path: string
      /** Somebody named it himself. */
      readonly isNamed: boolean
      /** The folder that was named, or else the one of the file: nothing outside belongs to the import. */
      readonly root: string
    }
  | { readonly kind: 'bundle'; readonly path: string }
  | { readonly kind: 'refused'; readonly path: string; readonly error: GalleyError }

/** What a walk may come to. */
export interface WalkLimits {
  readonly depth: number
  readonly files: number
}

export const walkLimits: WalkLimits = { depth: 32, files: 200_000 }

const rubbish =
  /^(?:thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r|__macosx|node_modules|\$recycle\.bin|system volume information|lost\+found|~\$.*|.*~|.*\.(?:tmp|bak|swp|crdownload|part))$/iu

/**
 * The files that were named, and those in the folders that were named, in the order of names. Links in folders are not
 * followed; what is hidden, rubbish or a workspace of Galley is counted in `skipped` and passed over.
 */
export async function* walk(
  named: readonly string[],
  skipped: { -readonly [Kind in keyof Skipped]: Skipped[Kind] },
  { depth, files }: WalkLimits = walkLimits,
): AsyncGenerator<Walked> {
  let count = 0
  for (const path of named) {
    const isThere = path !== '-'
    if (isThere && (await isFolder(path))) yield* inFolder(path, 1, path)
    else if (isThere && (await isPackedBundle(path))) yield { kind: 'bundle', path }
    else yield { kind: 'file', path, isNamed: true, root: dirname(path) }
  }

  async function* inFolder(folder: string, level: number, root: string): AsyncGenerator<Walked> {
    const entries = await entriesOf(folder)
    if (isGalleyError(entries)) {
      yield { kind: 'refused', path: folder, error: entries }
      return
    }
    if (
      entries.some(({ name }) => name === 'galley.json') &&
      entries.some(
        ({ name }) =>
          name === 'authority.json' || name === 'stories' || name === '.lock' || name === 'galley.prev.json',
      )
    ) {
      skipped.workspaces += 1
      return
    }
    if (entries.some(({ name }) => name === manifestPath) && (await isBundle(folder))) {
      yield { kind: 'bundle', path: folder }
      return
    }
    const pages = new Set(entries.flatMap(({ name }) => /^(?<page>.*)\.x?html?$/iu.exec(name)?.groups?.['page'] ?? []))
    for (const entry of entries) {
      const path = join(folder, entry.name)
      if (entry.name.startsWith('.')) skipped.hidden += 1
      else if (rubbish.test(entry.name)) skipped.rubbish += 1
      else if (entry.isDirectory()) {
        if (isPageFolder(entry.name, pages)) skipped.rubbish += 1
        else if (level < depth) yield* inFolder(path, level + 1, root)
        else yield { kind: 'refused', path, error: tooDeep() }
      } else if (!entry.isFile()) skipped.links += 1
      else {
        count += 1
        if (count <= files) yield (await isPackedBundle(path)) ? { kind: 'bundle', path } : found(path, root)
        else {
          yield { kind: 'refused', path, error: tooMany(files) }
          return
        }
      }
      if (count > files) return
    }
  }
}

function found(path: string, root: string): Walked {
  return { kind: 'file', path, isNamed: false, root }
}

async function isPackedBundle(path: string): Promise<boolean> {
  return /\.zip$/iu.test(path) && (await isBundle(path))
}

/** What a browser saves beside a page: its photos come in with the page, the rest is furniture. */
function isPageFolder(name: string, pages: ReadonlySet<string>): boolean {
  const page = /^(?<page>.+)(?:_files|\.files|-files|-Dateien|-filer|_archivos|_fichiers|_файлы)$/u.exec(name)
    ?.groups?.['page']
  return page !== undefined && pages.has(page)
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    // Reading it will say why.
    return false
  }
}

async function entriesOf(folder: string): Promise<Dirent[] | GalleyError> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (cause) {
    const why = errnoOf(cause) === 'EACCES' ? 'Look at its permissions.' : 'Look whether it is still there.'
    return new GalleyError('disk_refused', `The folder could not be looked into. ${why}`, { cause })
  }
}

function tooDeep(): GalleyError {
  return new GalleyError('too_large', 'The folder lies too deep inside the others. Import it by itself.')
}

function tooMany(files: number): GalleyError {
  return new GalleyError('too_large', `There are more than ${files} files. Import this and what follows by itself.`)
}
