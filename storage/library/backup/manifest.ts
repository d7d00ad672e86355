import { z } from 'zod'
import { isArchivePath } from '../../files/archive-path.ts'
import { decodeText } from '../../files/read.ts'
import { readSummedJson, writeSummedJson } from '../../files/summed-json.ts'
import { GalleyError } from '../../model/errors.ts'
import { instantSchema } from '../../model/instant.ts'

/** Where the manifest lies in the archive, and in front of which names the workspace's files lie. */
export const manifestPath = 'manifest.json'
export const filesPrefix = 'workspace/'

const format = 'galley.backup/1'
const anyFormat = z.looseObject({ format: z.string().regex(/^galley\.backup\/[1-9]\d*$/) })

const backupFileSchema = z.strictObject({
  path: z.string().refine(isArchivePath),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type BackupFile = z.infer<typeof backupFileSchema>

const manifestSchema = z.strictObject({
  format: z.literal(format),
  made: instantSchema,
  files: z.array(backupFileSchema),
})
export type BackupManifest = z.infer<typeof manifestSchema>

/** The manifest's text: what is in the archive, with the sum of its own content. */
export function writeBackupManifest(made: Date, files: readonly BackupFile[]): string {
  return writeSummedJson({ format, made: made.toISOString(), files })
}

/** Reads a manifest. Throws `newer_format`, and on anything that does not hold as zod and JSON do. */
export function readBackupManifest(bytes: Uint8Array): BackupManifest {
  return readSummedJson(decodeText(bytes), (json) => {
    const { data } = anyFormat.safeParse(json)
    if (data !== undefined && data.format !== format) {
      throw new GalleyError(
        'newer_format',
        'This backup was made by a newer Galley. Nothing was restored; use that version.',
      )
    }
    return manifestSchema.parse(json)
  })
}
