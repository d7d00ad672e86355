import { z } from 'zod'
import { instantSchema } from '../model/instant.ts'
import { publicationSchema, recordPatchSchema } from '../model/record.ts'
import { clientIdSchema, stepJsonSchema } from '../model/steps.ts'

/** The format of journal entries that this version of Galley writes. */
export const entryFormat = 2

/** `sequence` counts the entries of a story from 1, with no gap; `at` is when the authority took the change. */
const common = { format: z.literal(entryFormat), sequence: z.int().positive(), at: instantSchema }

/** Who made the change: the editor of the settings, empty when none is set. */
const signed = { by: z.string().max(200) }

/** One change of a story as the journal holds it. */
export const entrySchema = z.discriminatedUnion('kind', [
  /** Steps of one sender, the first of which lifts the document from `version`. */
  z.strictObject({
    ...common,
    kind: z.literal('steps'),
    version: z.int().nonnegative(),
    client: clientIdSchema,
    steps: z.array(stepJsonSchema).min(1),
  }),
  z.strictObject({ ...common, ...signed, kind: z.literal('record'), patch: recordPatchSchema }),
  z.strictObject({ ...common, ...signed, kind: z.literal('publication'), publication: publicationSchema }),
])
export type Entry = z.infer<typeof entrySchema>

type Without<Each, Keys extends PropertyKey> = Each extends unknown ? Omit<Each, Keys> : never

/** What an entry says, before the authority has given it its number and its moment. */
export type Change = Without<Entry, keyof typeof common>
