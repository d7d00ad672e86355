import { InvalidArgumentError } from 'commander'
import { importFormats } from '../importers/import-source.ts'
import type { ImportFormat } from '../importers/import-source.ts'
import { GalleyError } from '../model/errors.ts'
import { storyIdSchema } from '../model/ids.ts'
import type { StoryId } from '../model/ids.ts'
import { readLanguageTag } from '../model/language.ts'
import type { LanguageTag } from '../model/language.ts'
import { formatNames } from '../publish/request.ts'
import type { FormatName } from '../publish/request.ts'

/** Reads a language option. */
export function languageOption(value: string): LanguageTag {
  const tag = readLanguageTag(value)
  if (tag === null) throw new InvalidArgumentError(`${value} is no language tag such as en or hy.`)
  return tag
}

/** Reads a number of results. */
export function limitOption(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError(`${value} is no whole number above 0.`)
  return Number(value)
}

/** Reads the format of an import. */
export function importFormatOption(value: string): ImportFormat | 'auto' {
  const known = (['auto', ...importFormats] as const).find((format) => format === value)
  if (known === undefined) throw new InvalidArgumentError(`The formats are auto, ${importFormats.join(', ')}.`)
  return known
}

/** Reads a list of bundle formats: `ninjs,html`. */
export function bundleFormatsOption(value: string): FormatName[] {
  return value.split(',').map((name) => {
    const known = formatNames.find((format) => format === name.trim())
    if (known === undefined) throw new InvalidArgumentError(`The formats are ${formatNames.join(', ')}.`)
    return known
  })
}

/** Reads the id of a story. Throws `not_found`: what is no id names no story. */
export function storyIdOf(value: string): StoryId {
  const id = storyIdSchema.safeParse(value.toLowerCase())
  if (!id.success) throw new GalleyError('not_found', `${value} is not the id of a story. galley list shows the ids.`)
  return id.data
}

/** Reads which version is meant: its number, or null for `now`. Throws `usage`. */
export function versionArgument(value: string): number | null {
  if (value === 'now') return null
  if (!/^[1-9]\d{0,8}$/.test(value)) {
    throw new GalleyError('usage', `${value} is no version. Versions are numbers as galley history shows them, or now.`)
  }
  return Number(value)
}
