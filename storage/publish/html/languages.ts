import { directionOf, nativeName } from '../../model/language.ts'
import type { LanguageTag } from '../../model/language.ts'
import type { StoryInPrint } from '../print.ts'
import { encodePath } from '../uris.ts'
import { attributes, escapeHtml } from './escape.ts'

/** The pages of a story in other languages that lie in the same bundle, as addresses from its own. */
export function inBundle(print: StoryInPrint): { readonly language: LanguageTag; readonly href: string }[] {
  if (print.withdrawn) return []
  return print.languages.flatMap(({ language, folder }) =>
    folder === null ? [] : [{ language, href: `../../${encodePath(folder)}/story.html` }],
  )
}

/** Links to those pages, each in its own language. */
export function languageList(print: StoryInPrint): string {
  return inBundle(print)
    .map(({ language, href }) => {
      const about = attributes({ href, hreflang: language, lang: language, dir: directionOf(language) })
      return `<a${about}>${escapeHtml(nativeName(language))}</a>`
    })
    .join('<br>')
}
