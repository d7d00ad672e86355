import type { Node } from 'prosemirror-model'
import type { LanguageTag } from './language.ts'
import { quotations, quotationText } from './quotations.ts'
import type { Quote, QuoteTable } from './quote.ts'
import type { RecordFields } from './record.ts'
import { schema } from './schema/index.ts'
import type { Story } from './story.ts'

/** What a version of a story in another language starts from. */
export interface TranslationDraft extends Partial<RecordFields> {
  readonly language: LanguageTag
  readonly document: Node
}

/** The longest original words that an entry holds. */
const longest = 10_000

/**
 * The beginning of a version of `source` in another language: its text with photos, captions, names and quotations, to
 * be written over. What was said is the same, how it is printed is not: each quotation keeps its words as the original
 * and is unverified. `version` is the saved version of the source that holds it as it stands.
 */
export function translationDraft(source: Story, language: LanguageTag, version: number): TranslationDraft {
  const { slug, desk, urgency, genre, byline, dateline, subjects, keywords, embargo, due, sources, id } = source.record
  return {
    ...{ slug, desk, urgency, genre, byline, dateline, subjects, keywords, embargo, due, sources },
    language,
    translation: { of: id, version },
    document: withOriginals(source),
  }
}

function withOriginals({ document, record }: Story): Node {
  const table: QuoteTable = Object.fromEntries(
    quotations(document).map((quotation): [string, Quote] => {
      const { quote } = quotation
      const words = quotationText(quotation).slice(0, longest)
      const original = quote.original ?? { language: record.language, words, translator: '' }
      return [quote.id, { ...quote, original, verification: { state: 'unverified' } }]
    }),
  )
  return schema.node('doc', { ...document.attrs, quotes: table }, document.content, document.marks)
}
