import { z } from 'zod'
import { storyIdSchema } from './ids.ts'
import { publicationSchema, slugSchema } from './record.ts'

/** One line of the ledger: a story as it left the house. Lines are added, never changed. */
export const ledgerEntrySchema = publicationSchema.extend({
  story: storyIdSchema,
  slug: slugSchema,
  headline: z.string(),
  /** The version this one took the place of, or null for the first. */
  evolvedFrom: z.int().positive().nullable(),
  formats: z.array(z.string().min(1)),
  /** The bundle's name, without any folder. */
  bundle: z.string().min(1),
  /** SHA-256 of the bundle's manifest: names the bundle's every byte. */
  manifest: z.string().regex(/^[0-9a-f]{64}$/),
})
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>
