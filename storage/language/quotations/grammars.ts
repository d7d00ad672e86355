import { primaryLanguage } from '../../model/language.ts'
import { english } from './english/index.ts'
import type { Grammar } from './grammar.ts'
import { plain } from './plain.ts'

/** The languages that have rules for speakers. A new one is a folder beside this file and a line here. */
const grammars: Readonly<Record<string, Grammar>> = { en: english }

/** The rules for a BCP 47 tag. */
export function grammarOf(language: string): Grammar {
  return grammars[primaryLanguage(language)] ?? plain
}
