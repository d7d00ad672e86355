import { z } from 'zod'
import { entityIdSchema, quoteIdSchema } from './ids.ts'
import type { QuoteId } from './ids.ts'
import { instantSchema } from './instant.ts'
import { languageTagSchema } from './language.ts'

export const quoteKinds = ['direct', 'partial', 'paraphrase'] as const
export const quoteKindSchema = z.enum(quoteKinds)
export type QuoteKind = z.infer<typeof quoteKindSchema>

const line = z.string().max(500)

/** Who said it. `entity` links to the authority file; `name` is kept beside it so that a story reads without one. */
export const speakerSchema = z.strictObject({
  entity: entityIdSchema.nullable(),
  name: z.string().trim().min(1).max(200),
  role: z.string().max(200),
})
export type Speaker = z.infer<typeof speakerSchema>

/** The circumstances of the statement, each empty when not known. */
export const occasionSchema = z.strictObject({ to: line, where: line, when: line, event: line })
export type Occasion = z.infer<typeof occasionSchema>

export const sourceKinds = [
  'recording',
  'transcript',
  'interview',
  'press_release',
  'wire',
  'social_post',
  'document',
  'web_page',
] as const
export const sourceKindSchema = z.enum(sourceKinds)
export type SourceKind = z.infer<typeof sourceKindSchema>

/** Where the words were taken from. `timecode` belongs to recordings (`00:11:42`), `url` to what has an address. */
export const quoteSourceSchema = z.strictObject({
  kind: sourceKindSchema,
  title: line,
  url: z.url({ protocol: /^https?$/ }).nullable(),
  timecode: z
    .string()
    .regex(/^\d{2}:[0-5]\d:[0-5]\d$/)
    .nullable(),
})
export type QuoteSource = z.infer<typeof quoteSourceSchema>

/** The statement in the language it was made in, where the story prints a translation. */
export const originalWordsSchema = z.strictObject({
  language: languageTagSchema,
  words: z.string().max(10_000),
  translator: z.string().max(200),
})
export type OriginalWords = z.infer<typeof originalWordsSchema>

export const quoteTermsSchema = z.enum(['on_record', 'background', 'embargoed'])
export type QuoteTerms = z.infer<typeof quoteTermsSchema>

/** Verification freezes the words: what was compared with the source, by whom and when. */
export const verificationSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('unverified') }),
  z.strictObject({
    state: z.literal('verified'),
    words: z.string().min(1).max(20_000),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    by: z.string().max(200),
    at: instantSchema,
  }),
])
export type Verification = z.infer<typeof verificationSchema>

/** What is known of one quotation. Its words lie in the document, in every run that bears the id. */
export const quoteSchema = z.strictObject({
  id: quoteIdSchema,
  kind: quoteKindSchema,
  speaker: speakerSchema.nullable(),
  said: occasionSchema,
  source: quoteSourceSchema.nullable(),
  original: originalWordsSchema.nullable(),
  terms: quoteTermsSchema,
  verification: verificationSchema,
})
export type Quote = z.infer<typeof quoteSchema>

/** The document's table of quotations: every key is the id of its entry. */
export const quoteTableSchema = z
  .record(quoteIdSchema, quoteSchema)
  .refine((table) => Object.entries(table).every(([id, quote]) => id === quote.id), {
    error: 'a quotation is filed under an id that is not its own',
  })
export type QuoteTable = Readonly<Record<QuoteId, Quote>>

/** A quotation of which only the kind and perhaps the speaker is known yet. */
export function newQuote(id: QuoteId, kind: QuoteKind, speaker: Speaker | null): Quote {
  return {
    id,
    kind,
    speaker,
    said: { to: '', where: '', when: '', event: '' },
    source: null,
    original: null,
    terms: 'on_record',
    verification: { state: 'unverified' },
  }
}
