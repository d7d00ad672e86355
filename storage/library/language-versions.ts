import { GalleyError, isGalleyError } from '../model/errors.ts'
import type { StoryId } from '../model/ids.ts'
import type { LanguageTag } from '../model/language.ts'
import type { Translation } from '../model/record.ts'
import type { Story } from '../model/story.ts'
import type { StorySummary } from '../model/summary.ts'
import { translationDraft } from '../model/translation.ts'
import type { Workspace } from './workspace.ts'

/** One story of those that are versions of one another in other languages. */
export interface LanguageVersion {
  readonly summary: StorySummary
  /** How many versions the source has moved on since this text was last brought in line with it; 0 for the source. */
  readonly behind: number
}

type Library = Pick<
  Workspace,
  | 'readStory'
  | 'summaryOf'
  | 'translationsOf'
  | 'versions'
  | 'readVersion'
  | 'standingVersion'
  | 'createStory'
  | 'openStory'
>

/** The source of a story and every version of it in another language, and which of them are out. */
export async function publishedVersions(
  workspace: Pick<Library, 'readStory' | 'translationsOf'>,
  id: StoryId,
): Promise<{ id: StoryId; language: LanguageTag; isSource: boolean; isPublished: boolean }[]> {
  const { record } = await sourceOf(workspace, id)
  return [record, ...(await workspace.translationsOf(record.id))].map(
    ({ id: each, language, status, translation }) => ({
      id: each,
      language,
      isSource: translation === null,
      isPublished: status === 'published',
    }),
  )
}

/** The source of a story and every version of it in another language, the source first, the others by language. */
export async function languageVersions(workspace: Library, id: StoryId): Promise<LanguageVersion[]> {
  const source = await sourceOf(workspace, id)
  const versions = [{ summary: await workspace.summaryOf(source.record.id), behind: 0 }]
  const others = [...(await workspace.translationsOf(source.record.id))]
  others.sort((a, b) => (a.language < b.language ? -1 : 1))
  for (const summary of others) {
    const { translation } = summary
    const behind = translation === null ? 0 : await versionsBehind(workspace, source, translation)
    versions.push({ summary, behind })
  }
  return versions
}

/**
 * Starts a version of a story in another language from its source, with everything that belongs to it.
 * Throws `destination_exists` when there is one, `not_found`, `disk_full`, `disk_refused`.
 */
export async function createLanguageVersion(workspace: Library, id: StoryId, language: LanguageTag): Promise<Story> {
  const source = await sourceOf(workspace, id)
  const family = [source.record, ...(await workspace.translationsOf(source.record.id))]
  const taken = family.find((each) => each.language === language)
  if (taken !== undefined) {
    throw new GalleyError('destination_exists', `${taken.slug} has a version in this language already. Open that one.`)
  }
  const { number } = await workspace.standingVersion(source.record.id)
  return workspace.createStory(translationDraft(source, language, number))
}

/** Notes that the text of a translation says what its source says now. Throws `not_found` when it translates nothing. */
export async function bringInLine(workspace: Library, id: StoryId): Promise<Translation> {
  const { record } = await workspace.readStory(id)
  if (record.translation === null) {
    throw new GalleyError('not_found', 'This story is not a version of another one. Nothing was changed.')
  }
  const { number } = await workspace.standingVersion(record.translation.of)
  const translation = { of: record.translation.of, version: number }
  const story = await workspace.openStory(id)
  try {
    await story.authority.changeRecord({ translation })
  } finally {
    await story.close()
  }
  return translation
}

/** The story that the others are made from; one whose source is gone stands for itself. */
async function sourceOf(workspace: Pick<Library, 'readStory'>, id: StoryId): Promise<Story> {
  const story = await workspace.readStory(id)
  const { translation } = story.record
  if (translation === null) return story
  try {
    return await workspace.readStory(translation.of)
  } catch (error) {
    if (isGalleyError(error, 'not_found')) return story
    throw error
  }
}

/** A version that only the status or another field set apart is no change that a translator must follow. */
async function versionsBehind(workspace: Library, source: Story, { of, version }: Translation): Promise<number> {
  const versions = await workspace.versions(of)
  const newer = versions.filter(({ number }) => number > version)
  const brought = await workspace.readVersion(of, version).catch(() => null)
  if (brought?.document.eq(source.document) === true) return 0
  const changed = newer.filter(({ wordsAdded, wordsRemoved }) => wordsAdded + wordsRemoved > 0).length
  const newest = newer[0] ?? versions.find(({ number }) => number === version)
  const held = newest === undefined ? null : await workspace.readVersion(of, newest.number).catch(() => null)
  const isUnkept = held?.document.eq(source.document) === false
  return Math.max(1, changed + (isUnkept ? 1 : 0))
}
