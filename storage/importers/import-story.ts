import type { Node } from 'prosemirror-model'
import { GalleyError } from '../model/errors.ts'
import type { LanguageTag } from '../model/language.ts'
import type { RecordFields } from '../model/record.ts'

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
  readonly bytes?: Uint8Array
  readonly text?: string
  readonly html?: string
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

/**
 * Turns text or HTML into a story.
 * Throws GalleyError `invalid_input` (empty or not text), `too_large`, `unsupported_format`.
 */
export function importStory(_source: ImportSource): ImportedStory {
  throw new GalleyError('unsupported_format', 'This kind of file cannot be imported yet. Nothing was added.')
}
