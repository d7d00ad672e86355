import { z } from 'zod'
import { GalleyError } from '../model/errors.ts'
import { entitySchema } from '../model/entity.ts'
import { instantSchema } from '../model/instant.ts'
import { ledgerEntrySchema } from '../model/ledger.ts'
import { defaultSettings, settingsSchema } from '../model/settings.ts'

/** The format of the workspace's own files that this version of Galley writes. Stories have their own: see the model. */
const format = z.literal(1)

/** `galley.json`: what makes a folder a workspace. Settings that an older file lacks have their usual values. */
export const workspaceFileSchema = z.strictObject({
  format,
  name: z.string().trim().min(1).max(200),
  created: instantSchema,
  settings: z.preprocess(
    (given) => (typeof given === 'object' ? { ...defaultSettings, ...given } : given),
    settingsSchema,
  ),
})
export type WorkspaceFile = z.infer<typeof workspaceFileSchema>

/** `authority.json`: how the house writes names. */
export const authorityFileSchema = z.strictObject({ format, entities: z.array(entitySchema) })
export type AuthorityFile = z.infer<typeof authorityFileSchema>

/** `published/YYYY-MM.json`: what was published in a month, oldest first. */
export const ledgerFileSchema = z.strictObject({ format, entries: z.array(ledgerEntrySchema) })
export type LedgerFile = z.infer<typeof ledgerFileSchema>

const anyFormat = z.looseObject({ format: z.int().positive() })

/** A parser of one of these files. It throws `newer_format` for a file of a later Galley, else as zod does. */
export function fileParser<T>(schema: z.ZodType<T>): (json: unknown) => T {
  return (json) => {
    const { data } = anyFormat.safeParse(json)
    if (data !== undefined && data.format > format.value) {
      throw new GalleyError(
        'newer_format',
        'This workspace was last used by a newer Galley. It was left as it is; open it with that version.',
      )
    }
    return schema.parse(json)
  }
}
