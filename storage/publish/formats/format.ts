import type { StoryInPrint } from '../print.ts'

/** One file of a story in the bundle. A new format is a file in this folder and a line in its index. */
export interface Format {
  readonly role: string
  readonly file: string
  readonly mediaType: string
  /** The file's text. Pure: the same story in print gives the same text on every machine. */
  write(print: StoryInPrint): string
}
