import type { QuotedRun } from './runs.ts'
import type { Token } from './tokens.ts'

/** A stretch of tokens, `last` inclusive. */
export interface TokenRange {
  readonly first: number
  readonly last: number
}

/** How an attribution was found; the order is that of trust. */
export type Evidence = 'clause' | 'possessive' | 'subject' | 'carried' | 'none'

/** Who says a quoted run, in tokens of its block. */
export interface Attribution {
  readonly speaker: TokenRange | null
  readonly cue: TokenRange | null
  readonly evidence: Evidence
  /** The speaker is one word that may be no name at all: somebody only if the story knows them. */
  readonly doubtful?: boolean
}

/** A sentence of a block; a quoted run is one token of it. */
export interface Sentence extends TokenRange {
  /** Nothing but quoted runs and punctuation. */
  readonly onlyQuotes: boolean
}

/** A person of the story as first named. */
export interface NamedPerson {
  readonly name: string
  readonly surname: string
  readonly titles: ReadonlySet<string>
  readonly gender: 'he' | 'she' | null
  /** The name stands in the form of an object. */
  readonly oblique?: boolean
}

/** A person where a block names them. */
export interface FoundPerson {
  readonly person: NamedPerson
  /** The token that the name ends at. */
  readonly at: number
  /** One word with a capital that a sentence begins with: a name only if the story has given it before. */
  readonly doubtful: boolean
}

/** What a mention refers by. */
export type Reference =
  /** `alone`: the mention is this name and nothing else, so the subject of speech is somebody of that name. */
  | { readonly kind: 'name'; readonly person: NamedPerson; readonly alone: boolean }
  | { readonly kind: 'pronoun'; readonly gender: 'he' | 'she' | null }
  /** A role and more words, which may be a name or tell of what. */
  | { readonly kind: 'roleOrName'; readonly person: NamedPerson }
  | { readonly kind: 'role'; readonly titles: ReadonlySet<string> }
  | { readonly kind: 'group' }

/** What the rules of one language know. Everything is told in token indexes of one block. */
export interface Grammar {
  readonly abbreviations: ReadonlySet<string>
  /** The runs that one pair of marks holds: more than one where the reporting clause stands between the marks. */
  split(block: string, run: QuotedRun): QuotedRun[]
  /** Runs that no quotation marks enclose: lines of dialogue that begin with a dash. */
  unmarked?(block: string): QuotedRun[]
  /** True when the words after a quoted run that ends in ? or ! still belong to its sentence: “Why?” she asked. */
  goesOn(tokens: readonly Token[], next: number): boolean
  /** The attribution of the quoted run at `at`, by its own sentence. */
  attribute(tokens: readonly Token[], sentence: Sentence, at: number): Attribution
  /** Whom a sentence is about, for a run that the next sentence only quotes. */
  topic(tokens: readonly Token[], sentence: Sentence): Attribution
  /** True when the run names something, or keeps a distance, rather than quotes speech. */
  notSpeech(tokens: readonly Token[], at: number, words: string, attribution: Attribution): boolean
  /** The people a block names, in order. */
  people(tokens: readonly Token[]): FoundPerson[]
  /** What a mention refers by. `people` are those of its block. */
  refer(tokens: readonly Token[], mention: TokenRange, people: readonly FoundPerson[]): Reference
}
