import type { TokenRange } from '../grammar.ts'
import type { Token } from '../tokens.ts'

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
  /** Matches what may be the verb of a clause that a dash divides from the words, whatever the verb means; null where no dash does. */
  readonly verbBehindDash: RegExp | null
  /** Matches verbs for what people usually call something: one word in marks beside them is a name, not speech. */
  readonly habitualNaming: RegExp | null
  /** Pronouns for a speaker, and whom they can mean; `group` for several. */
  readonly pronouns: ReadonlyMap<string, 'he' | 'she' | 'anyone' | 'group'>
  /** Those of the pronouns that tell whose something is, and so are no subject. */
  readonly owners: ReadonlySet<string>
  /** A role that is the subject bears an article. */
  readonly hasArticle: boolean
  /** Words that end a name or a role: prepositions, conjunctions, particles. */
  readonly stops: ReadonlySet<string>
  /** Words that make what follows the place or the person spoken to. */
  readonly prepositions: ReadonlySet<string>
  /** What stands for "according to", before the speaker: each word as a pattern of its own; pronouns may stand within. */
  readonly accordingTo: readonly (readonly RegExp[])[]
  /** The same behind the speaker, or null. */
  readonly accordingToBehind: RegExp | null
  /** The particle behind a direct object, or null. */
  readonly objectMark: string | null
  /** Names begin with capitals. */
  readonly cased: boolean
  /** Common nouns for people and bodies that may stand for a name, as `bareRole` gives them. */
  readonly roles: ReadonlySet<string>
  /** Words that point at whoever was spoken of last: the politician, the official. */
  readonly general: ReadonlySet<string>
  /** Forms of address before a name. */
  readonly honorifics: ReadonlySet<string>
  /** Nouns for things that bear a name in marks: the newspaper, the ship. Needed where no capital shows it. */
  readonly kinds: RegExp | null
  /** The word right before marks that keep a distance: so-called. */
  readonly soCalled: RegExp
  /** Matches the start of a reporting clause inside one pair of marks: «Words, — said Roth. — Words». Null where that is not done. */
  readonly inside: RegExp | null
  /** The dash that a line of dialogue begins with, or null. */
  readonly dialogue: RegExp | null
  /** The name as it stands in a list of names, without the article or ending that the sentence gives it. */
  bareName(name: string): string
  /** What all forms of a surname have in common, lower case. */
  surnameKey(surname: string): string
  bareRole(word: string): string
  /** False when the form of a name shows that it is no subject. */
  maySpeak(name: string): boolean
  /** Who a name or the form of a verb shows to be meant. */
  genderOfName(words: readonly string[]): 'he' | 'she' | null
  genderOfVerb(verb: string): 'he' | 'she' | null
  /** True for a word between given name and surname that is a patronymic. */
  isPatronymic(word: string): boolean
  /** Where nobody is the subject: the place or paper it was said in. */
  source(tokens: readonly Token[], cue: TokenRange, from: number, to: number): TokenRange | null
}

export const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u))
