import type { LanguageTag } from '../model/language.ts'

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
