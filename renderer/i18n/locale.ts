import { directionOf } from '../../storage/model/language.ts'
import type { Direction } from '../../storage/model/language.ts'
import { en } from './en/index.ts'
import type { Catalogue } from './catalogue.ts'

interface Locale {
  readonly catalogue: Catalogue
  /** The tag by which numbers, dates and times are written: English words, but 24 hours and day before month. */
  readonly formats: string
}

const locales = { en: { catalogue: en, formats: 'en-GB' } } as const satisfies Record<string, Locale>

export type LocaleTag = keyof typeof locales

let current: LocaleTag = 'en'

/** Chooses the catalogue that fits a BCP 47 tag best; English where there is none. Call it before anything is shown. */
export function chooseLocale(tag: string): LocaleTag {
  const wanted = tag.toLowerCase().split('-', 1)[0] ?? ''
  current = isLocale(wanted) ? wanted : 'en'
  return current
}

function isLocale(tag: string): tag is LocaleTag {
  return Object.hasOwn(locales, tag)
}

/** The language of the interface. */
export function locale(): LocaleTag {
  return current
}

/** The words of the interface in its language. */
export function catalogue(): Catalogue {
  return locales[current].catalogue
}

/** The tag that numbers and dates are formatted by. */
export function formattingLocale(): string {
  return locales[current].formats
}

/** The direction of the interface. */
export function interfaceDirection(): Direction {
  return directionOf(current)
}
