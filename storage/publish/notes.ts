import type { StoryInPrint } from './print.ts'
import { wordsFor } from './words.ts'

/** Why the story was withdrawn, for readers: the house's sentence, then the desk's note. */
export function withdrawalNotice({ story, publication }: StoryInPrint): string[] {
  const { withdrawal } = wordsFor(story.record.language)
  return publication.note === '' ? [withdrawal] : [withdrawal, publication.note]
}

/** For editors at the receiver: what is new in this version, then the desk's standing note. Null when there is neither. */
export function noteToEditors(print: StoryInPrint): string | null {
  const news = print.withdrawn ? withdrawalNotice(print) : [print.publication.note]
  const lines = [...news, print.story.record.editorsNote].map((line) => line.trim()).filter((line) => line !== '')
  return lines.length === 0 ? null : lines.join('\n')
}
