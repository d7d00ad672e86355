import { writeDocument } from '../model/document.ts'
import type { Photo } from '../model/photo.ts'
import type { Settings } from '../model/settings.ts'
import type { Story } from '../model/story.ts'
import type { LanguageLink } from './language-links.ts'
import { sha256 } from './hash.ts'
import { stableJson } from './stable-json.ts'

/**
 * Names everything that a publication of the story prints: its words, its record, what its photos inherit from their
 * assets, the publisher's lines, and its versions in other languages. Two stories with the same fingerprint give the same bundle, so a story whose
 * fingerprint has not changed since it was published needs no new version.
 */
export function fingerprint(
  story: Story,
  photos: readonly Photo[],
  publisher: Settings['publisher'],
  links: readonly LanguageLink[],
): string {
  // Status, lineage, deadlines and the moment of the last change say how the story was handled, not what it says.
  const { status: _s, publications: _p, updated: _u, moves: _m, due: _d, translation, ...first } = story.record
  // Fields that came with later formats count once they say something, so that earlier fingerprints hold.
  const record = translation === null ? first : { ...first, translation }
  const assets = photos.map(({ id, name, width, height, description }) => ({ id, name, width, height, description }))
  const said = { record, document: writeDocument(story.document), assets, publisher }
  return sha256(stableJson(links.length === 0 ? said : { ...said, links }))
}
