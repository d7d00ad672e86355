import { z } from 'zod'
import { storyIdSchema } from '../../../storage/model/ids.ts'
import { call, nothing } from './call.ts'

const count = z.int().nonnegative()

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

/** How a folder that is being imported stands, for the line at the foot of the window. */
export const movingInSchema = z.strictObject({
  done: count,
  total: count,
  /** The file that was last looked at. */
  name: z.string(),
  imported: count,
  already: count,
  refused: count,
  isUnderWay: z.boolean(),
})
export type MovingIn = z.infer<typeof movingInSchema>

/** What became of a folder. Lists are cut off where nobody reads on; the saved report has all. */
export const movedInSchema = z.strictObject({
  /** The folders that were imported. */
  named: z.array(z.string()),
  imported: count,
  /** Of those imported, the stories that were there and have a newer text now. */
  newer: count,
  already: count,
  alreadyTrashed: count,
  stories: z.array(importedSchema),
  refused: count,
  /** Each refused file by its place in the report, by which it can be shown. */
  refusals: z.array(refusedSchema.extend({ place: count })),
  skipped: z.strictObject({ hidden: count, rubbish: count, links: count, workspaces: count }),
  /** How many files were not looked at. */
  left: count,
  /** Why it ended before its time, unless an editor stopped it. */
  failure: z.string().nullable(),
})
export type MovedIn = z.infer<typeof movedInSchema>

/** A folder that was dropped on the window. The page hands its `File`; the bridge puts the path in its place, which no page sees. */
const droppedSchema = z.custom<object | string>((value) => typeof value === 'string' && value.length <= 4096)

export const importing = {
  /** The clipboard's text, and its HTML where it has some. */
  clipboard: call(z.strictObject({ text: z.string(), html: z.string().nullable() }), importResultSchema),
  files: call(z.strictObject({ files: z.array(handedFileSchema).min(1).max(200) }), importResultSchema),
  /** Asks with the system's file dialog. Empty lists when it was closed. */
  choose: call(nothing, importResultSchema),
  /** Asks for a folder with the system's dialog and begins to import it; false when the dialog was closed. */
  moveIn: call(nothing, z.strictObject({ isBegun: z.boolean() })),
  /** Begins to import folders and files that were dropped. Stories that were dragged out of this very workspace are opened. */
  moveInDropped: call(
    z.strictObject({ files: z.array(droppedSchema).min(1).max(1000) }),
    z.strictObject({ open: storyIdSchema.nullable() }),
  ),
  /** Ends the import behind the file in hand. */
  stopMovingIn: call(nothing, nothing),
  /** The import that ended last, or null. */
  movedIn: call(nothing, movedInSchema.nullable()),
  /** Asks where to, and writes the whole report there: JSON where the name ends so, else text. */
  saveMovedIn: call(nothing, z.strictObject({ isSaved: z.boolean() })),
  /** Shows a refused file in the system's file manager. */
  showRefused: call(z.strictObject({ place: count }), nothing),
}
