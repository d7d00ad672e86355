import type { Node } from 'prosemirror-model'
import type { LanguageTag } from '../model/language.ts'
import type { RecordFields } from '../model/record.ts'

/** Something the import did that the editor should know: what was dropped, recognised or doubted. */
export interface ImportWarning {
  readonly code: string
  readonly message: string
}

/** A story as it was brought in, not stored yet. `fields` holds what the page told; the rest is the caller's to set. */
export interface ImportedStory {
  readonly document: Node
  readonly fields: Partial<RecordFields> & Pick<RecordFields, 'language' | 'slug'>
  readonly warnings: readonly ImportWarning[]
}

/** Makes a story of the text of one file of one format. `language` is what the editor said, or null. */
export type Importer = (text: string, language: LanguageTag | null) => ImportedStory
