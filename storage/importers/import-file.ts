import { detectFormat } from './detect-format.ts'
import type { ImportSource } from './import-source.ts'
import type { ImportedStory } from './imported-story.ts'

/**
 * Turns a source of any format into a story, those included whose reading takes its time. The readers are loaded when the
 * first file comes: they are half of the program, and most starts bring nothing in. Throws as `importStory`.
 */
export async function importFile(source: ImportSource): Promise<ImportedStory> {
  const { bytes } = source
  if (bytes === null || bytes === undefined || detectFormat(source) !== 'docx') {
    const { importStory } = await import('./import-story.ts')
    return importStory(source)
  }
  const { importDocx } = await import('./docx/import-docx.ts')
  return importDocx(bytes, source.language ?? null)
}
