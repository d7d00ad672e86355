import { primaryLanguage } from '../../storage/model/language.ts'
import { languageName } from '../i18n/format.ts'
import './language-code.css'

/** A language as its two or three letters: EN, HY. Read aloud by its name. */
export function LanguageCode({ tag }: { tag: string }) {
  return (
    <span className="language-code" dir="ltr">
      <span aria-hidden>{primaryLanguage(tag).toUpperCase()}</span>
      <span className="visually-hidden">{languageName(tag)}</span>
    </span>
  )
}
