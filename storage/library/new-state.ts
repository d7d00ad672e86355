import type { StoryState } from '../journal/story-state.ts'
import { slugFrom } from '../language/slug.ts'
import { emptyDocument } from '../model/document.ts'
import { GalleyError } from '../model/errors.ts'
import type { StoryId } from '../model/ids.ts'
import { newRecord, storyRecordSchema } from '../model/record.ts'
import { headlineOf } from '../model/summary.ts'
import type { NewStory } from './workspace.ts'

/** A story that nobody has worked on yet. Throws `invalid_input` for what cannot be kept. */
export function newState(id: StoryId, about: NewStory, now: Date): StoryState {
  const { document = emptyDocument(), slug, ...fields } = about
  const given = Object.fromEntries(Object.entries<unknown>(fields).filter(([, value]) => value !== undefined))
  const created = now.toISOString()
  try {
    document.check()
    const usual = newRecord({
      id,
      language: about.language,
      slug: slug ?? slugFrom(headlineOf(document), about.language),
      created,
    })
    return { record: storyRecordSchema.parse({ ...usual, ...given }), document, version: 0, sequence: 0 }
  } catch (cause) {
    throw new GalleyError(
      'invalid_input',
      'The story was not stored because a part of it has a form that Galley cannot keep.',
      { cause },
    )
  }
}
