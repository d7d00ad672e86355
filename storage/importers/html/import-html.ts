import { GalleyError } from '../../model/errors.ts'
import type { LanguageTag } from '../../model/language.ts'
import type { ImportedStory } from '../import-story.ts'

/** stub */
export function importHtml(_html: string, _language: LanguageTag | null): ImportedStory {
  throw new GalleyError('invalid_input', 'There is no text to import. Nothing was added.')
}
