import type { Attribution } from '../grammar.ts'
import type { Token } from '../tokens.ts'
import { isNameWord } from './phrases.ts'

const introducesTerm =
  /^(?:so-called|called|dubbed|nicknamed|titled|entitled|named|known|word|words|term|terms|phrase|labelled|labeled|headlined|hashtag|album|song|film|movie|book|novel|show|series|episode|play|documentary|program|programme|podcast)$/u
const work =
  /^(?:album|song|songs|film|films|movie|movies|book|novel|memoir|show|shows|series|episode|play|documentary|documentaries|program|programme|podcast|anthem|ballad|poem|magazine|newspaper|column|commentary|spot|ad|trailer|website|channel|titled|entitled)$/u
const small = new Set('a an the and or but of in on at to for with by from as is'.split(' '))

/** Nicknames, titles of works and distanced terms stand in quotation marks too, but nobody says them. */
export function notSpeech(tokens: readonly Token[], at: number, words: string, attribution: Attribution): boolean {
  const list = words.match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? []
  if (list.length === 0) return true
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  const ends = /[,.?!…]$/u.test(words)
  // John “Jack” Moss
  if (
    list.length <= 3 &&
    isNameWord(before) &&
    isNameWord(after) &&
    /^\p{Lu}/u.test(words) &&
    before?.possessive !== true
  )
    return true
  const titleCase =
    list.length > 1 &&
    list.every((word) => /^[\p{Lu}\p{N}]/u.test(word) || small.has(word)) &&
    /^[\p{Lu}\p{N}]/u.test(words)
  if (titleCase && list.length <= 8 && !/[?!]$/u.test(words)) {
    if (tokens.length <= 3 && tokens.every((token) => token.kind !== 'word')) return true
    if (attribution.evidence !== 'clause' && !/\.$/u.test(words)) return true
    if (
      before?.possessive === true ||
      introducesTerm.test(before?.lower ?? '') ||
      /^(?:on|in|of|the|and|for)$/u.test(before?.lower ?? '')
    )
      return true
  }
  // Is “she” a “he”? A pronoun alone is spoken of.
  if (
    list.length === 1 &&
    attribution.evidence !== 'clause' &&
    /^(?:he|she|they|it|him|her|them)$/iu.test(list.join(''))
  )
    return true
  if (/^\(.*\)\.?$/su.test(words)) return true
  // the documentary “Thirteen”, her memoir, “Make Your Own Bridge,”
  const named = before?.text === ',' ? tokens[at - 2] : before
  const short = list.length === 1 && /^[\p{Lu}\p{N}]/u.test(words)
  if ((titleCase || short) && work.test(named?.lower ?? '')) return true
  // The “lesser” mines, a “tiny house”: with no verb of saying, a term held at arm’s length.
  const distant = attribution.evidence === 'subject' || attribution.evidence === 'none'
  if (distant && list.length <= 3 && !/[?!]$/u.test(words) && isDetermined(tokens, at)) return true
  if (ends || list.length > 4) return false
  return introducesTerm.test(before?.lower ?? '') && attribution.evidence !== 'clause'
}

function isDetermined(tokens: readonly Token[], at: number): boolean {
  const articles = /^(?:a|an|the|its|this|that|these|those)$/u
  const before = tokens[at - 1]
  // "attacked the plan as a “toy for the rich”" does quote.
  if (tokens[at - 2]?.lower === 'as') return false
  return articles.test(before?.lower ?? '') || (before?.kind === 'word' && articles.test(tokens[at - 2]?.lower ?? ''))
}
