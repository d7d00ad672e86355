/**
 * What has to be known of a language whose reporting clause is short and close to the words: a verb of saying, and beside it
 * whoever speaks. Enough for Russian, Armenian and Persian; English has rules of its own.
 */
export interface ClauseLanguage {
  readonly abbreviations: ReadonlySet<string>
  /** Matches every form of a verb of saying, lower case. */
  readonly cue: RegExp
  /** Matches a noun that says something together with a light verb right behind it, or null. */
  readonly cueNoun: { readonly noun: RegExp; readonly verb: RegExp } | null
  /** Pronouns for a speaker, and whom they can mean; `group` for several. */
  readonly pronouns: ReadonlyMap<string, 'he' | 'she' | 'anyone' | 'group'>
  /** Words that end a name or a role: prepositions, conjunctions, particles. */
  readonly stops: ReadonlySet<string>
  /** Words before the speaker that stand for "according to". */
  readonly accordingTo: readonly (readonly string[])[]
  /** The particle behind a direct object, or null. */
  readonly objectMark: string | null
  /** Names begin with capitals. */
  readonly cased: boolean
  /** Common nouns for people: titles that may stand for a name. */
  readonly roles: ReadonlySet<string>
  /** Matches the start of a reporting clause inside one pair of marks: «Words, — said Roth. — Words». Null where that is not done. */
  readonly inside: RegExp | null
  /** The name as it stands in a list of names, without the article or ending that the sentence gives it. */
  bareName(name: string): string
}

export const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u))
