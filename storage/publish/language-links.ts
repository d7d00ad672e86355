import type { StoryId } from '../model/ids.ts'
import type { LanguageTag } from '../model/language.ts'
import type { PublishingDesk } from './desk.ts'
import type { PublishRequest } from './request.ts'

/** Another story that is this one in another language. */
export interface LanguageLink {
  readonly id: StoryId
  readonly language: LanguageTag
  /** What the other one is to this one: two translations of one source are siblings. */
  readonly is: 'source' | 'translation' | 'sibling'
}

/** The versions in other languages that a publication of the story names: those that are out, or go out with it. */
export async function languageLinks(
  id: StoryId,
  request: PublishRequest,
  desk: Pick<PublishingDesk, 'languageVersions'>,
): Promise<readonly LanguageLink[]> {
  const all = await desk.languageVersions(id)
  const isTranslation = all.some((version) => version.id !== id && version.isSource)
  const together = new Set(request.kind === 'kill' ? [] : request.ids)
  return all
    .filter((version) => version.id !== id && (version.isPublished || together.has(version.id)))
    .map(({ id: other, language, isSource }) => ({
      id: other,
      language,
      is: isSource ? ('source' as const) : isTranslation ? ('sibling' as const) : ('translation' as const),
    }))
}
