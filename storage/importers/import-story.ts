import type { Node } from 'prosemirror-model'
import type { LanguageTag } from '../model/language.ts'
import type { RecordFields } from '../model/record.ts'
import { importers, notImported } from './registry.ts'
import { detectFormat } from './detect-format.ts'
import { largest, readText, tooLarge } from './read-text.ts'

/** Something the import did that the editor should know: what was dropped, recognised or doubted. */
export interface ImportWarning {
  readonly code: string
  readonly message: string
}

export const importFormats = ['text', 'html', 'docx', 'markdown', 'ninjs', 'galley'] as const
export type ImportFormat = (typeof importFormats)[number]

/** What is brought in: the bytes of a file, or the text and HTML of a clipboard. `name` is a bare file name, or empty. */
export interface ImportSource {
  readonly name: string
  readonly bytes?: Uint8Array | null
  readonly text?: string | null
  readonly html?: string | null
  /** The language if the editor said one; otherwise it is detected. */
  readonly language?: LanguageTag | null
  /** The format if the editor said one; `auto` looks at the name and the content. */
  readonly format?: ImportFormat | 'auto'
}

/** A story as it was brought in, not stored yet. `fields` holds what the page told; the rest is the caller's to set. */
export interface ImportedStory {
  readonly document: Node
  readonly fields: Partial<RecordFields> & Pick<RecordFields, 'language' | 'slug'>
  readonly warnings: readonly ImportWarning[]
}

/** Makes a story of the text of one file of one format. `language` is what the editor said, or null. */
export type Importer = (text: string, language: LanguageTag | null) => ImportedStory

/**
 * Turns text or HTML into a story. The document holds to the schema.
 * Throws GalleyError `invalid_input` (empty or not text), `too_large`, `unsupported_format`.
 */
export function importStory(source: ImportSource): ImportedStory {
  const format = detectFormat(source)
  const importer = importers[format]
  if (importer === undefined) throw notImported(format)
  const given = format === 'html' ? (source.html ?? source.text) : (source.text ?? source.html)
  if (given !== null && given !== undefined) {
    if (given.length > largest) throw tooLarge()
    return importer(given, source.language ?? null)
  }
  const { text, warnings } = readText(source.bytes ?? new Uint8Array())
  const story = importer(text, source.language ?? null)
  return { ...story, warnings: [...warnings, ...story.warnings] }
}
