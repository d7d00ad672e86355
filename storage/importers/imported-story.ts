import type { Node } from 'prosemirror-model'
import type { MediaId, StoryId } from '../model/ids.ts'
import type { LanguageTag } from '../model/language.ts'
import type { RecordFields } from '../model/record.ts'

/** Something the import did that the editor should know: what was dropped, recognised or doubted. */
export interface ImportWarning {
  readonly code: string
  readonly message: string
}

/** A photo of a figure, which `bringPhotos` puts in place. */
export interface ImportedPhoto {
  /** Which figure of the document, from 0. */
  readonly figure: number
  /** The photo's id where it comes from: the store may have it. */
  readonly media: MediaId | null
  /** Addresses of its file as the source writes them, best first. */
  readonly places: readonly string[]
}

/** A story as it was brought in, not stored yet. `fields` holds what the page told; the rest is the caller's to set. */
export interface ImportedStory {
  readonly document: Node
  readonly fields: Partial<RecordFields> & Pick<RecordFields, 'language' | 'slug'>
  readonly warnings: readonly ImportWarning[]
  readonly photos?: readonly ImportedPhoto[]
  /** The id that a story of Galley's own had where it comes from. */
  readonly origin?: StoryId
}

/** Makes a story of the text of one file of one format. `language` is what the editor said, or null. */
export type Importer = (text: string, language: LanguageTag | null) => ImportedStory
