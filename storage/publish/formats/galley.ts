import { writeStory } from '../../model/story.ts'
import { stableJson } from '../stable-json.ts'
import type { Format } from './format.ts'

/** Galley's own file, to import again without loss. Its journal starts anew, so the count of steps is 0. */
export const galley: Format = {
  role: 'galley',
  file: 'story.json',
  mediaType: 'application/json',
  write: ({ story }) => stableJson(writeStory(story, 0)),
}
