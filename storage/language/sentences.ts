import { primaryLanguage } from '../model/language.ts'
import { abbreviations } from './quotations/english/lexicon.ts'
import { spanOf } from './span.ts'
import type { Span } from './span.ts'

/** The sentences of a text in order, without the space between them. A title or an initial does not end one. */
export function sentences(text: string, language: string): Span[] {
  const locale = Intl.Segmenter.supportedLocalesOf([language])[0] ?? 'en'
  const english = primaryLanguage(language) === 'en'
  const found: Span[] = []
  for (const part of new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)) {
    const from = part.index + part.segment.length - part.segment.trimStart().length
    const to = part.index + part.segment.trimEnd().length
    if (to <= from) continue
    const last = found.at(-1)
    const joins =
      last !== undefined && endsInAbbreviation(last.text, english) && !/\n\s*\n/u.test(text.slice(last.to, from))
    if (joins) found[found.length - 1] = spanOf(text, last.from, to)
    else found.push(spanOf(text, from, to))
  }
  return found
}

function endsInAbbreviation(sentence: string, english: boolean): boolean {
  const word = /(?:^|\s)(?<word>[\p{L}\p{M}]+(?:\.\p{L})*)\.$/u.exec(sentence)?.groups?.['word']
  if (word === undefined) return false
  return /^\p{Lu}$/u.test(word) || (english && abbreviations.has(word.toLowerCase()) && word.toLowerCase() !== 'no')
}
