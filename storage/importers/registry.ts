import { GalleyError } from '../model/errors.ts'
import { importGalley } from './galley/import-galley.ts'
import { importHtml } from './html/import-html.ts'
import type { ImportFormat } from './import-source.ts'
import type { Importer } from './imported-story.ts'
import { importMarkdown } from './markdown/import-markdown.ts'
import { importNinjs } from './ninjs/import-ninjs.ts'
import { importText } from './text/import-text.ts'

/**
 * The formats of text that can be brought in. A new one is a file beside these and a line here. Word documents are no text:
 * `importFile` reads them.
 */
export const importers: Readonly<Partial<Record<ImportFormat, Importer>>> = {
  text: importText,
  html: importHtml,
  markdown: importMarkdown,
  galley: importGalley,
  ninjs: importNinjs,
}

const names: Readonly<Record<ImportFormat, string>> = {
  text: 'Plain text',
  html: 'HTML',
  docx: 'Word documents',
  markdown: 'Markdown',
  ninjs: 'ninjs',
  galley: 'Galley stories',
}

/** The refusal of a format that has no importer. */
export function notImported(format: ImportFormat): GalleyError {
  return new GalleyError(
    'unsupported_format',
    `${names[format]} cannot be imported. Nothing was added. Save it as text or HTML, or paste its text.`,
  )
}
