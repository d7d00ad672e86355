import { z } from 'zod'
import { instantSchema } from './instant.ts'

/** Why a version was kept: somebody named it, or one of the rules of `dueVersion`, or what stood before a restore. */
const versionKinds = ['named', 'status', 'publication', 'before_import', 'interval', 'restore', 'other_change'] as const

/** What an editor may call a version. */
export const versionNameSchema = z.string().trim().min(1).max(200)

/** A saved version of a story, as lists show it. */
export const storyVersionSchema = z.strictObject({
  /** Counts the versions of a story from 1. */
  number: z.int().positive(),
  at: instantSchema,
  /** The editor of the settings at that moment; empty when none was set. */
  by: z.string().max(200),
  kind: z.enum(versionKinds),
  /** Empty unless somebody named it. */
  name: z.string().max(200),
  /** Words of the story, as `wordCount` counts them. */
  words: z.int().nonnegative(),
  /** Words that came in and fell out since the version before, captions included. */
  wordsAdded: z.int().nonnegative(),
  wordsRemoved: z.int().nonnegative(),
  /** SHA-256 of the document and of the record without its `updated`: equal for equal content. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type StoryVersion = z.infer<typeof storyVersionSchema>
export type VersionKind = StoryVersion['kind']
