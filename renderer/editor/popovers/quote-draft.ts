import { languageTagSchema } from '../../../storage/model/language.ts'
import { quoteSourceSchema } from '../../../storage/model/quote.ts'
import type { Quote, QuoteKind, SourceKind } from '../../../storage/model/quote.ts'
import type { QuotePatch } from '../commands/quotations.ts'

/** What stands in the fields of the quotation popover. */
export interface QuoteDraft {
  readonly kind: QuoteKind
  readonly to: string
  readonly where: string
  readonly when: string
  readonly sourceKind: SourceKind | 'none'
  readonly sourceTitle: string
  readonly sourceUrl: string
  readonly timecode: string
  /** A BCP 47 tag, or `none` when it was said in the language of the story. */
  readonly originalLanguage: string
  readonly originalWords: string
}

/** The fields for a quotation as it is known, or for one of which only the kind is. */
export function draftOf(quote: Quote | null, kind: QuoteKind): QuoteDraft {
  return {
    kind: quote?.kind ?? kind,
    to: quote?.said.to ?? '',
    where: quote?.said.where ?? '',
    when: quote?.said.when ?? '',
    sourceKind: quote?.source?.kind ?? 'none',
    sourceTitle: quote?.source?.title ?? '',
    sourceUrl: quote?.source?.url ?? '',
    timecode: quote?.source?.timecode ?? '',
    originalLanguage: quote?.original?.language ?? 'none',
    originalWords: quote?.original?.words ?? '',
  }
}

/** The fields that cannot stand as they are. */
export function wrongFields(draft: QuoteDraft): { readonly url: boolean; readonly timecode: boolean } {
  const isWrong = (value: string, schema: { safeParse: (value: unknown) => { success: boolean } }): boolean =>
    value.trim() !== '' && !schema.safeParse(value.trim()).success
  return {
    url: isWrong(draft.sourceUrl, quoteSourceSchema.shape.url),
    timecode: isWrong(draft.timecode, quoteSourceSchema.shape.timecode),
  }
}

/** What the fields say of the quotation; what they do not show is kept from `before`. */
export function patchOf(draft: QuoteDraft, before: Quote | null): QuotePatch {
  const url = draft.sourceUrl.trim()
  const timecode = draft.timecode.trim()
  const language = languageTagSchema.safeParse(draft.originalLanguage)
  return {
    kind: draft.kind,
    said: {
      to: draft.to.trim(),
      where: draft.where.trim(),
      when: draft.when.trim(),
      event: before?.said.event ?? '',
    },
    source:
      draft.sourceKind === 'none'
        ? null
        : {
            kind: draft.sourceKind,
            title: draft.sourceTitle.trim(),
            url: url === '' ? null : url,
            timecode: timecode === '' ? null : timecode,
          },
    original: language.success
      ? {
          language: language.data,
          words: draft.originalWords.trim(),
          translator: before?.original?.translator ?? '',
        }
      : null,
  }
}
