import { readSummedJson } from '../../files/summed-json.ts'
import { GalleyError, isGalleyError } from '../../model/errors.ts'
import { figures } from '../../model/figures.ts'
import type { LanguageTag } from '../../model/language.ts'
import { readStory } from '../../model/story.ts'
import type { Story } from '../../model/story.ts'
import type { ImportedStory, ImportWarning } from '../imported-story.ts'

/**
 * Makes a story of Galley's own file, of this or an earlier format: the same text and record. It starts as a draft, since a
 * status and a publication are claims of the desk that made them. Throws `newer_format`, `invalid_input`.
 */
export function importGalley(text: string, language: LanguageTag | null): ImportedStory {
  const { record, document } = storyOf(text)
  const { id, created: _c, updated: _u, publications, moves: _m, status, translation, ...fields } = record
  const warnings: ImportWarning[] = []
  if (status === 'withdrawn' || publications.at(-1)?.kind === 'kill') {
    const message = 'The story was withdrawn where it comes from. Here it is a draft: find out why before it is used.'
    warnings.push({ code: 'was_withdrawn', message })
  }
  if (translation !== null) {
    const message = 'The story was a version of another in a different language. That link was left out.'
    warnings.push({ code: 'link_left_out', message })
  }
  return {
    document,
    fields: language === null ? fields : { ...fields, language },
    warnings,
    photos: figures(document).flatMap(({ index, attributes: { media } }) =>
      media === null ? [] : [{ figure: index, media, places: [] }],
    ),
    origin: id,
  }
}

function storyOf(text: string): Story {
  try {
    return readSummedJson(text, readStory)
  } catch (cause) {
    if (isGalleyError(cause, 'newer_format')) {
      throw new GalleyError(
        'newer_format',
        'This story was written by a newer Galley. Nothing was added; import it with that version.',
        { cause },
      )
    }
    throw new GalleyError(
      'invalid_input',
      'This file of Galley is damaged or holds no story. Nothing was added. Publish or export the story again.',
      { cause },
    )
  }
}
