import type { Grammar } from '../grammar.ts'
import { attribute, goesOn, topic } from './attribution.ts'
import { abbreviations } from './lexicon.ts'
import { peopleOf, refer } from './names.ts'
import { notSpeech } from './not-speech.ts'

/** English: capitals mark names, the verb of saying stands before or after its subject. */
export const english: Grammar = {
  abbreviations,
  split: (_block, run) => [run],
  goesOn,
  attribute,
  topic,
  notSpeech,
  people: peopleOf,
  refer,
}
