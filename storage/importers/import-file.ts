import { importDocx } from './docx/import-docx.ts'
import { detectFormat } from './detect-format.ts'
import type { ImportSource } from './import-source.ts'
import { importStory } from './import-story.ts'
import type { ImportedStory } from './imported-story.ts'

/**
 * Turns a source of any format into a story, those included whose reading takes its time. Throws as `importStory`.
 */
export async function importFile(source: ImportSource): Promise<ImportedStory> {
  const { bytes } = source
  if (bytes === null || bytes === undefined || detectFormat(source) !== 'docx') return importStory(source)
  return importDocx(bytes, source.language ?? null)
}
