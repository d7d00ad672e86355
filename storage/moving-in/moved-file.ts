import { z } from 'zod'
import { errorCodes } from '../model/errors.ts'
import { storyIdSchema } from '../model/ids.ts'

const file = z.string()
const warningSchema = z.strictObject({ code: z.string(), message: z.string() })

/** What became of one file. */
export const movedFileSchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('imported'),
    file,
    id: storyIdSchema,
    slug: z.string(),
    headline: z.string(),
    language: z.string(),
    warnings: z.array(warningSchema),
    /** A story of its own, or the newer text of one that came in before and that nobody has worked on. */
    as: z.enum(['new', 'newer']),
  }),
  /** A story of the same file is there already. */
  z.strictObject({ outcome: z.literal('already'), file, id: storyIdSchema, isTrashed: z.boolean() }),
  z.strictObject({ outcome: z.literal('refused'), file, code: z.enum(errorCodes), message: z.string() }),
])
export type MovedFile = z.infer<typeof movedFileSchema>

/** What was passed over without being looked at: names in a folder, counted. */
export const skippedSchema = z.strictObject({
  /** Files and folders that the system hides. */
  hidden: z.int().nonnegative(),
  /** What systems and programs leave lying about. */
  rubbish: z.int().nonnegative(),
  /** Symbolic links and what is neither file nor folder. */
  links: z.int().nonnegative(),
  /** Workspaces of Galley. */
  workspaces: z.int().nonnegative(),
})
export type Skipped = z.infer<typeof skippedSchema>
export const nothingSkipped: Skipped = { hidden: 0, rubbish: 0, links: 0, workspaces: 0 }

/** How far along it is. The total grows while the folders are looked through. */
export const movingProgressSchema = z.strictObject({
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  /** The file that was last looked at. */
  name: z.string(),
})
export type MovingProgress = z.infer<typeof movingProgressSchema>

/** How it ended. */
export const movingEndSchema = z.strictObject({
  skipped: skippedSchema,
  /** How many files were not looked at because it was stopped. */
  left: z.int().nonnegative(),
  /** Why it ended before its time, unless somebody stopped it. */
  failure: z.strictObject({ code: z.enum(errorCodes), message: z.string() }).nullable(),
})
export type MovingEnd = z.infer<typeof movingEndSchema>
