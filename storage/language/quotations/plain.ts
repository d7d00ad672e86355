import type { Grammar } from './grammar.ts'

const none = { speaker: null, cue: null, evidence: 'none' } as const

/** A language without rules of its own: its runs are found, nobody is named. */
export const plain: Grammar = {
  abbreviations: new Set(),
  split: (_block, run) => [run],
  goesOn: () => false,
  attribute: () => none,
  topic: () => none,
  notSpeech: (_tokens, _at, words) => !/[\p{L}\p{N}]/u.test(words),
  people: () => [],
  refer: () => ({ kind: 'group' }),
}
