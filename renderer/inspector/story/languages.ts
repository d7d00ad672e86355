import { readLanguageTag } from '../../../storage/model/language.ts'
import type { LanguageTag } from '../../../storage/model/language.ts'
import { languageName } from '../../i18n/format.ts'

/** Languages that a story or a statement is often in; a story may have any other that came with it. */
const common = ['en', 'en-GB', 'en-US', 'hy', 'ru', 'fa', 'ar', 'de', 'es', 'fr', 'it', 'ka', 'pt', 'tr', 'uk', 'zh']

/** The languages to choose from, `current` among them, by name. */
export function languageOptions(current: string | null): { value: LanguageTag; words: string }[] {
  const tags = [...new Set([...common, ...(current === null ? [] : [current])])].flatMap(
    (tag) => readLanguageTag(tag) ?? [],
  )
  return tags.map((value) => ({ value, words: languageName(value) })).sort((a, b) => a.words.localeCompare(b.words))
}
