import type { EmbeddedDescription, Rendition } from '../media/rendition.ts'
import type { MediaId, StoryId } from '../model/ids.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import type { Photo } from '../model/photo.ts'
import type { Publication, StoryRecord } from '../model/record.ts'
import type { Settings } from '../model/settings.ts'
import type { Story } from '../model/story.ts'

/** What publishing needs of a workspace, and nothing else of it. */
export interface PublishingDesk {
  /** The story as it stands, unsaved steps included. Rejects with `not_found`. */
  readStory(id: StoryId): Promise<Story>
  /** The photo's record, or null when the store has no such photo. */
  readPhoto(id: MediaId): Promise<Photo | null>
  /** The photo in every size of `renditionWidths`, with `description` embedded. */
  renditions(id: MediaId, description: EmbeddedDescription): Promise<readonly Rendition[]>
  readSettings(): Promise<Settings>
  /** Appends the publication to the story's record and sets its status, durably. Touches nothing else of the story. */
  recordPublication(id: StoryId, publication: Publication, status: 'published' | 'withdrawn'): Promise<StoryRecord>
  /** Appends to the ledger, durably. */
  appendToLedger(entry: LedgerEntry): Promise<void>
}
