import type { EmbeddedDescription, Rendition } from '../media/rendition.ts'
import type { MediaId, StoryId } from '../model/ids.ts'
import type { LanguageTag } from '../model/language.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import type { Photo } from '../model/photo.ts'
import type { Publication } from '../model/record.ts'
import type { Settings } from '../model/settings.ts'
import type { Story } from '../model/story.ts'

/** What publishing needs of a workspace, and nothing else of it. */
export interface PublishingDesk {
  /** What the newsroom calls itself: the workspace's name. The source of a story that names neither author nor source. */
  readonly newsroom: string
  /** True for a path in a folder that the workspace keeps for itself, where no bundle may go. */
  isKept(path: string): boolean
  /** The story as it stands, unsaved steps included. Rejects with `not_found`. */
  readStory(id: StoryId): Promise<Story>
  /** The story and its versions in other languages, the source first. */
  languageVersions(id: StoryId): Promise<
    readonly {
      readonly id: StoryId
      readonly language: LanguageTag
      readonly isSource: boolean
      readonly isPublished: boolean
    }[]
  >
  /** The photo's record, or null when the store has no such photo. */
  readPhoto(id: MediaId): Promise<Photo | null>
  /** The photo in every size of `renditionWidths`, widest first, with `description` embedded. */
  renditions(id: MediaId, description: EmbeddedDescription): Promise<readonly Rendition[]>
  readSettings(): Promise<Settings>
  /** Appends the publication to the story's record, durably: status `withdrawn` after a kill, else `published`. */
  recordPublication(id: StoryId, publication: Publication): Promise<void>
  readonly ledger: {
    /** Appends, durably. */
    append(entries: readonly LedgerEntry[]): Promise<void>
    /** The entries of a month such as `2026-11`. */
    read(month: string): Promise<readonly LedgerEntry[]>
  }
}
