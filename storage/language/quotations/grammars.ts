import { primaryLanguage } from '../../model/language.ts'
import { armenian } from './clauses/armenian.ts'
import { clauseGrammar } from './clauses/clause-grammar.ts'
import { persian } from './clauses/persian.ts'
import { russian } from './clauses/russian.ts'
import { english } from './english/index.ts'
import type { Grammar } from './grammar.ts'
import { plain } from './plain.ts'

/** The languages that have rules for speakers. A new one is a file in `clauses/`, or a folder like `english/`, and a line here. */
const grammars: Readonly<Record<string, Grammar>> = {
  en: english,
  hy: clauseGrammar(armenian),
  ru: clauseGrammar(russian),
  fa: clauseGrammar(persian),
}

/** The rules for a BCP 47 tag. */
export function grammarOf(language: string): Grammar {
  return grammars[primaryLanguage(language)] ?? plain
}
