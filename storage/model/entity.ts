import { z } from 'zod'
import { entityIdSchema } from './ids.ts'

/** What a mention can name. The authority file holds one entry for each. */
export const entityKinds = ['person', 'place', 'organisation'] as const
export const entityKindSchema = z.enum(entityKinds)
export type EntityKind = z.infer<typeof entityKindSchema>

/** An entry of the authority file: how the house writes a name, and what else it goes by. */
export const entitySchema = z.strictObject({
  id: entityIdSchema,
  kind: entityKindSchema,
  name: z.string().trim().min(1).max(200),
  /** What tells this one from others of the name: "mail carrier", "district governor". Empty when not known. */
  role: z.string().max(200),
  aliases: z.array(z.string().min(1).max(200)).max(50),
  /** A public identifier such as a Wikidata address, or null. */
  sameAs: z.url().nullable(),
})
export type Entity = z.infer<typeof entitySchema>
