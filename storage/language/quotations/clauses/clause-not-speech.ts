import type { Attribution } from '../grammar.ts'
import type { Token } from '../tokens.ts'
import type { ClauseLanguage } from './clause-language.ts'

/** Names of things and words held at arm’s length stand in quotation marks too, but nobody says them. */
export function clauseNotSpeech(
  language: ClauseLanguage,
  tokens: readonly Token[],
  at: number,
  words: string,
  { speaker, cue, evidence }: Attribution,
): boolean {
  const list = words.match(/[\p{L}\p{M}\p{N}‌'’-]+/gu) ?? []
  if (list.length === 0) return true
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  if (before?.text === ':') return false
  const ends = /[.?!…։؟]["”»]*$/u.test(words)
  if (before !== undefined && language.soCalled.test(before.lower)) return true
  if (language.cased ? isNamed(tokens, at, words, list) : !ends && list.length <= 5 && isKind(language, before))
    return true
  if (list.length === 1 && cue !== null && language.habitualNaming?.test(tokens[cue.first]?.lower ?? '') === true)
    return true
  const told = cue !== null || (evidence === 'clause' && speaker !== null)
  if (told || list.length > 4 || ends) return false
  return tokens.some((token) => token.kind === 'word') || after === undefined
}

/** театр «Зеркало», «Синий якорь» уходит: with a capital, and neither introduced as speech nor followed by who says it. */
function isNamed(tokens: readonly Token[], at: number, words: string, list: readonly string[]): boolean {
  if (!/^[\p{Lu}\p{N}]/u.test(words) || list.length > 8 || /[.?!…։]$/u.test(words)) return false
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  const introduced = before === undefined || (before.kind === 'punctuation' && /^[:.։՝—–-]$/u.test(before.text))
  if (!introduced) return before.kind === 'word' || !/^[,—–-]$/u.test(after?.text ?? '')
  return after?.kind === 'word'
}

function isKind(language: ClauseLanguage, before: Token | undefined): boolean {
  return before?.kind === 'word' && language.kinds?.test(before.lower) === true
}
