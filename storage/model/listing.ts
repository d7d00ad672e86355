import { z } from 'zod'
import { instantSchema } from './instant.ts'
import { languageTagSchema } from './language.ts'
import { rowStateSchema, rowStates } from './row-state.ts'

/** What a list lets through beside its query. */
export const storyFilterSchema = z.strictObject({
  /** None for every state. */
  states: z.array(rowStateSchema).max(rowStates.length),
  /** The desk by its whole name; empty for stories of no desk. */
  desk: z.string().max(80).nullable(),
  /** The language itself and its regions. */
  language: languageTagSchema.nullable(),
  /** Only stories with something to fix. */
  findings: z.boolean(),
  /** Only stories with these words in the byline. */
  byline: z.string().max(200).nullable(),
  /** Only stories that changed since. */
  since: instantSchema.nullable(),
})
export type StoryFilter = z.infer<typeof storyFilterSchema>

export const noFilter: StoryFilter = {
  states: [],
  desk: null,
  language: null,
  findings: false,
  byline: null,
  since: null,
}

/** What a list can be sorted by. */
export const sortKeys = [
  'updated',
  'created',
  'slug',
  'headline',
  'status',
  'desk',
  'urgency',
  'due',
  'embargo',
  'words',
] as const
export type SortKey = (typeof sortKeys)[number]

/** An order of a list. Stories without what it is sorted by come last in either direction. */
export const storySortSchema = z.strictObject({ by: z.enum(sortKeys), descending: z.boolean() })
export type StorySort = z.infer<typeof storySortSchema>

/** The newest change first, what answers the query best first, or by something the rows show. */
export const listOrderSchema = z.union([z.enum(['newest', 'relevance']), storySortSchema])
export type ListOrder = z.infer<typeof listOrderSchema>

/** What the rows of a list stand together by. */
export const groupings = ['none', 'status', 'desk'] as const
export const groupingSchema = z.enum(groupings)
export type Grouping = z.infer<typeof groupingSchema>

/** Stories of a list that stand together: a row state or a desk, and how many. */
export const storyGroupSchema = z.strictObject({ key: z.string(), count: z.int().positive() })
export type StoryGroup = z.infer<typeof storyGroupSchema>

/** How many stories that answer a query stand alike in everything that a list filters by. */
export const storyCountSchema = z.strictObject({
  state: rowStateSchema,
  desk: z.string(),
  language: z.string(),
  findings: z.boolean(),
  /** True for those that changed since the moment that was asked about. */
  isRecent: z.boolean(),
  count: z.int().positive(),
})
export type StoryCount = z.infer<typeof storyCountSchema>

/** A search that an editor keeps by a name. */
export const savedSearchSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  query: z.string().max(500),
  filter: storyFilterSchema.omit({ since: true }),
  order: listOrderSchema,
  grouping: groupingSchema,
})
export type SavedSearch = z.infer<typeof savedSearchSchema>
