import type { ImportSource } from './import-source.ts'
import type { ImportedStory } from './imported-story.ts'
import { importers, notImported } from './registry.ts'
import { detectFormat } from './detect-format.ts'
import { largest, readText, tooLarge } from './read-text.ts'

/**
 * Turns text or HTML into a story. The document holds to the schema.
 * Throws GalleyError `invalid_input` (empty or not text), `too_large`, `unsupported_format`.
 */
export function importStory(source: ImportSource): ImportedStory {
  const format = detectFormat(source)
  const importer = importers[format]
  if (importer === undefined) throw notImported(format)
  const given = format === 'html' ? (source.html ?? source.text) : (source.text ?? source.html)
  if (given !== null && given !== undefined) {
    if (given.length > largest) throw tooLarge()
    return importer(given, source.language ?? null)
  }
  const { text, warnings } = readText(source.bytes ?? new Uint8Array())
  const story = importer(text, source.language ?? null)
  return { ...story, warnings: [...warnings, ...story.warnings] }
}
