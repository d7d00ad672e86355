import { z } from 'zod'
import { mediaIdSchema, quoteIdSchema } from '../model/ids.ts'
import { speakerSchema } from '../model/quote.ts'
import { recordFieldsSchema, recordPatchSchema } from '../model/record.ts'
import { figureAttributesSchema } from '../model/schema/nodes/figure.ts'

export const severities = ['error', 'warning', 'hint'] as const
export const severitySchema = z.enum(severities)
/** An error stands in the way of publication; a warning and a hint do not. */
export type Severity = z.infer<typeof severitySchema>

const position = z.int().nonnegative()
const place = z.string()

/** Where a finding lies. `place` names it in a few words for people: "Paragraph 3", "Caption of photo 1". */
export const whereSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('record'), field: recordFieldsSchema.keyof(), place }),
  z.strictObject({ kind: z.literal('headline'), from: position, to: position, place }),
  z.strictObject({ kind: z.literal('standfirst'), from: position, to: position, place }),
  /** `pos` is the position before the block; `from` and `to` are document positions. */
  z.strictObject({ kind: z.literal('text'), pos: position, from: position, to: position, place }),
  z.strictObject({
    kind: z.literal('figure'),
    index: position,
    pos: position,
    media: mediaIdSchema.nullable(),
    field: z.enum(['photo', 'caption', 'alt', 'credit']),
    place,
  }),
  z.strictObject({ kind: z.literal('quotation'), id: quoteIdSchema, from: position, to: position, place }),
])
export type Where = z.infer<typeof whereSchema>

/** One change that mends a finding; it is applied as one step of undo. Positions are of the document that was checked. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('setFigureAttributes'),
    pos: position,
    attributes: figureAttributesSchema.partial(),
  }),
  z.strictObject({ kind: z.literal('replaceText'), from: position, to: position, text: z.string() }),
  z.strictObject({ kind: z.literal('setRecord'), patch: recordPatchSchema }),
  z.strictObject({ kind: z.literal('tagSpeaker'), id: quoteIdSchema, speaker: speakerSchema }),
])
export type Change = z.infer<typeof changeSchema>

/** `label` is the words of the button: a verb naming the result. */
export const fixSchema = z.strictObject({ label: z.string(), change: changeSchema })
export type Fix = z.infer<typeof fixSchema>

export const findingSchema = z.strictObject({
  rule: z.string(),
  severity: severitySchema,
  message: z.string(),
  /** What the message is about, for a catalogue that says it in another language. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  where: whereSchema,
  fix: fixSchema.nullable(),
})
export type Finding = z.infer<typeof findingSchema>
