import type { Span } from './span.ts'

/** The sentences of a text in order, without the space between them. */
export function sentences(text: string, language: string): Span[] {
  return [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)].map((part) => ({
    from: part.index,
    to: part.index + part.segment.length,
    text: part.segment,
  }))
}
