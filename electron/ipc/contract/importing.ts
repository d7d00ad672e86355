import { z } from 'zod'
import { storyIdSchema } from '../../../storage/model/ids.ts'
import { call, nothing } from './call.ts'

/** Something the import did that the editor should know: what was dropped, recognised or doubted. */
export const importWarningSchema = z.strictObject({ code: z.string(), message: z.string() })
export type ImportWarning = z.infer<typeof importWarningSchema>

export const importedSchema = z.strictObject({
  file: z.string(),
  id: storyIdSchema,
  slug: z.string(),
  headline: z.string(),
  language: z.string(),
  warnings: z.array(importWarningSchema),
})
export type Imported = z.infer<typeof importedSchema>

export const refusedSchema = z.strictObject({ file: z.string(), code: z.string(), message: z.string() })
export type Refused = z.infer<typeof refusedSchema>

export const importResultSchema = z.strictObject({ imported: z.array(importedSchema), refused: z.array(refusedSchema) })
export type ImportResult = z.infer<typeof importResultSchema>

/** A file the window was handed by drop or paste: its bare name and its bytes. */
export const handedFileSchema = z.strictObject({ name: z.string().min(1).max(255), bytes: z.instanceof(Uint8Array) })
export type HandedFile = z.infer<typeof handedFileSchema>

export const importing = {
  /** The clipboard's text, and its HTML where it has some. */
  clipboard: call(z.strictObject({ text: z.string(), html: z.string().nullable() }), importResultSchema),
  files: call(z.strictObject({ files: z.array(handedFileSchema).min(1).max(200) }), importResultSchema),
  /** Asks with the system's file dialog. Empty lists when it was closed. */
  choose: call(nothing, importResultSchema),
}
