import { z } from 'zod'

/** Story, quotation and entity ids are UUIDv7: they sort by creation and name nothing about the newsroom. */
export const storyIdSchema = z.uuidv7().brand<'StoryId'>()
export type StoryId = z.infer<typeof storyIdSchema>

export const quoteIdSchema = z.uuidv7().brand<'QuoteId'>()
export type QuoteId = z.infer<typeof quoteIdSchema>

export const entityIdSchema = z.uuidv7().brand<'EntityId'>()
export type EntityId = z.infer<typeof entityIdSchema>

/** A media original is named by the SHA-256 of its bytes, in lower-case hexadecimal, so it is stored once. */
export const mediaIdSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'MediaId'>()
export type MediaId = z.infer<typeof mediaIdSchema>
