import { z } from 'zod'

/** A BCP 47 language tag in its canonical case, such as `en`, `en-GB`, `hy`, `sr-Latn`. */
export const languageTagSchema = z
  .string()
  .max(35)
  .refine(isLanguageTag, { error: 'not a BCP 47 language tag' })
  .brand<'LanguageTag'>()
export type LanguageTag = z.infer<typeof languageTagSchema>

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag
  } catch {
    return false
  }
}

/** Reads a tag in any case and returns its canonical form, or null when it is not a BCP 47 tag. */
export function readLanguageTag(tag: string): LanguageTag | null {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag.trim())
    return canonical === undefined ? null : languageTagSchema.parse(canonical)
  } catch {
    return null
  }
}

/** The primary subtag: `en` of `en-GB`. */
export function primaryLanguage(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? tag
}

const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])

export type Direction = 'ltr' | 'rtl'

/** The direction that text in this language is written in. */
export function directionOf(tag: string): Direction {
  return rightToLeft.has(primaryLanguage(tag)) ? 'rtl' : 'ltr'
}

/** A language as its own readers write it: `Հայերեն`. The tag itself where nobody knows. */
export function nativeName(tag: string): string {
  try {
    const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
  } catch {
    return tag
  }
}
