import { z } from 'zod'

/** A piece of a story around the words that were found, and where they stand in it. */
export const excerptSchema = z.strictObject({
  text: z.string(),
  /** Offsets in UTF-16 code units, `to` exclusive, in order. */
  marks: z.array(z.strictObject({ from: z.int().nonnegative(), to: z.int().positive() })),
})
export type Excerpt = z.infer<typeof excerptSchema>
