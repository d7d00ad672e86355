import { z } from 'zod'
import { storyIdSchema } from './ids.ts'
import { daySchema, instantSchema } from './instant.ts'
import { languageTagSchema } from './language.ts'
import { statusMoveSchema, storyStatusSchema } from './status.ts'

/** Words joined by hyphens, letters and digits of any script, as a desk writes it: `BRIDGE-VERNASHAT`. */
export const slugSchema = z
  .string()
  .max(64)
  .regex(/^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u)
  .brand<'Slug'>()
export type Slug = z.infer<typeof slugSchema>

/** IPTC urgency: 1 is the most urgent, 9 is defined by the desk. */
export const urgencySchema = z.int().min(1).max(9)

const name = z.string().trim().min(1).max(200)

/** Where and when the story was filed from. */
export const datelineSchema = z.strictObject({ place: name, date: daySchema.nullable() })
export type Dateline = z.infer<typeof datelineSchema>

/** A subject of a controlled list: `code` is a qcode such as `medtop:20000343`. */
export const subjectSchema = z.strictObject({ code: z.string().min(1).max(100), name })
export type Subject = z.infer<typeof subjectSchema>

/** One publication of the story: what was sent, and which earlier one it took the place of. */
export const publicationSchema = z.strictObject({
  version: z.int().positive(),
  at: instantSchema,
  kind: z.enum(['first', 'update', 'correction', 'kill']),
  note: z.string().max(1000),
  /** SHA-256 of the document and record as published, to tell "unchanged" from "changed". */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Publication = z.infer<typeof publicationSchema>

/** Of which story this one is a version in another language, and how far along with it. */
export const translationSchema = z.strictObject({
  of: storyIdSchema,
  /** The saved version of the source that this text was last brought in line with. */
  version: z.int().positive(),
})
export type Translation = z.infer<typeof translationSchema>

/** What an editor may change of the record. Everything else is set by the store. */
export const recordFieldsSchema = z.strictObject({
  language: languageTagSchema,
  slug: slugSchema,
  desk: z.string().max(80),
  status: storyStatusSchema,
  urgency: urgencySchema,
  genre: z.string().max(80).nullable(),
  versionLine: z.string().max(80),
  byline: z.array(name).max(20),
  dateline: datelineSchema.nullable(),
  editor: z.string().max(200),
  secondReader: z.string().max(200),
  subjects: z.array(subjectSchema).max(50),
  keywords: z.array(name).max(50),
  editorsNote: z.string().max(2000),
  embargo: instantSchema.nullable(),
  /** When the desk wants it. */
  due: instantSchema.nullable(),
  translation: translationSchema.nullable(),
  sources: z.array(name).max(50),
})
export type RecordFields = z.infer<typeof recordFieldsSchema>

/** A change of the record: only the fields that change, each with its new value. */
export const recordPatchSchema = recordFieldsSchema.partial().strict()
export type RecordPatch = z.infer<typeof recordPatchSchema>

/** The small record beside the document. */
export const storyRecordSchema = recordFieldsSchema.extend({
  id: storyIdSchema,
  created: instantSchema,
  updated: instantSchema,
  publications: z.array(publicationSchema),
  /** Every change of the status, oldest first. */
  moves: z.array(statusMoveSchema),
})
export type StoryRecord = z.infer<typeof storyRecordSchema>

/** The record of a story nobody has worked on yet. */
export function newRecord(
  about: Pick<StoryRecord, 'id' | 'language' | 'slug' | 'created'> & Partial<RecordFields>,
): StoryRecord {
  return {
    desk: '',
    status: 'draft',
    urgency: 5,
    genre: null,
    versionLine: '',
    byline: [],
    dateline: null,
    editor: '',
    secondReader: '',
    subjects: [],
    keywords: [],
    editorsNote: '',
    embargo: null,
    due: null,
    translation: null,
    sources: [],
    updated: about.created,
    publications: [],
    moves: [],
    ...about,
  }
}
