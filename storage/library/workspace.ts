import type { Node } from 'prosemirror-model'
import type { IdStretch, Place, PlaceWanted, Stretch } from '../index/list-query.ts'
import type { StoryAuthority } from '../journal/authority.ts'
import type { Entity, EntityKind } from '../model/entity.ts'
import type { StoryId } from '../model/ids.ts'
import type { Instant } from '../model/instant.ts'
import type { LanguageTag } from '../model/language.ts'
import type { StoryCount } from '../model/listing.ts'
import type { RecordFields } from '../model/record.ts'
import type { Settings, SettingsPatch } from '../model/settings.ts'
import type { Story } from '../model/story.ts'
import type { StorySummary } from '../model/summary.ts'
import type { StoryVersion } from '../model/version.ts'
import type { Ledger } from './ledger.ts'
import type { StoryDamage } from './story-damage.ts'
import type { ListedStories, ListOptions, StoryList } from './story-list.ts'

/** A new story: its language, and whatever else is known. Without a document it starts empty; without a slug it gets one. */
export interface NewStory extends Partial<RecordFields> {
  readonly language: LanguageTag
  readonly document?: Node
}

/** A story in the trash. Slug and headline are empty when its file cannot be read: it can be taken back all the same. */
export interface TrashedStory {
  readonly id: StoryId
  readonly slug: string
  readonly headline: string
  /** When it was put there. */
  readonly at: Instant
  /** The editor who put it there, empty when not known. */
  readonly by: string
}

/** What opening a story had to bring back. */
export interface Recovery {
  /** When the newest change that stands now was made. */
  readonly at: Instant
  /** How many changes came back that the last saved file did not hold. */
  readonly changes: number
  /** What could not be read on the way. */
  readonly damage: readonly StoryDamage[]
  /** The story as the last saved file held it. */
  readonly saved: Story
}

/** An open story, shared by everybody who opened it. The last `close` snapshots it and lets it go. */
export interface OpenStory {
  readonly authority: StoryAuthority
  /** What opening it brought back, until an editor has looked at it; null when it was closed in order. */
  readonly recovery: Recovery | null
  /** Safe to call twice. Rejects with `disk_full` or `disk_refused` when the snapshot failed: the journal still holds all. */
  close(): Promise<void>
}

/** What the workspace tells without being asked. */
export type WorkspaceEvent =
  /** A story is new or its snapshot was written: its row in a list. */
  | { readonly kind: 'summary'; readonly summary: StorySummary }
  /** A story went to the trash. */
  | { readonly kind: 'removed'; readonly id: StoryId }
  /** A version was kept or named. */
  | { readonly kind: 'version'; readonly id: StoryId; readonly version: StoryVersion }
  /** Another program changed the file of an open story: taken over, or both kept as versions. */
  | { readonly kind: 'reloaded'; readonly id: StoryId }
  | { readonly kind: 'both_kept'; readonly id: StoryId; readonly ours: StoryVersion; readonly theirs: StoryVersion }
  | { readonly kind: 'settings'; readonly settings: Settings }
  /** A damaged file was moved to `quarantine/` (or only passed over, while listing); `message` is a sentence for editors. */
  | {
      readonly kind: 'damaged'
      readonly story: StoryId | null
      readonly message: string
      readonly quarantined: string | null
    }

/** A folder of stories, its authority file, settings and ledger. One process holds it at a time. */
export interface Workspace {
  /** The absolute path of the workspace folder. */
  readonly root: string
  readonly name: string
  readonly settings: Settings
  readonly ledger: Ledger

  /** Lists the stories that answer a query, by the index where there is one. */
  list(options: ListOptions): Promise<StoryList>
  /** The ids of a stretch of a list. */
  listIds(stretch: ListedStories & Stretch): Promise<IdStretch>
  /** Where a story stands in a list, or the next one that begins with something; null when it does not. */
  placeInList(list: ListedStories, wanted: PlaceWanted): Promise<Place>
  /** How many stories that answer a query stand how, whatever the filter asks beside the byline; `recent` changed since. */
  countStories(list: ListedStories, recent: Instant): Promise<readonly StoryCount[]>
  /** Stores a new story at once. Throws `invalid_input`, `disk_full`, `disk_refused`; then nothing was stored. */
  createStory(about: NewStory): Promise<Story>
  /** Opens a story for editing, repairing what a crash left. Throws `not_found`, `story_damaged`, `newer_format`. */
  openStory(id: StoryId): Promise<OpenStory>
  /** The story as it stands now, open or not, without changing anything. Throws as `openStory`. */
  readStory(id: StoryId): Promise<Story & { readonly version: number }>
  /** The row of one story in a list. */
  summaryOf(id: StoryId): Promise<StorySummary>
  /** The rows of the stories that are versions of this one in other languages. */
  translationsOf(id: StoryId): Promise<readonly StorySummary[]>

  /**
   * Moves a story to the trash: it is in no list and cannot be opened until it is taken back. One that is open is
   * saved and closed first, whoever holds it. Throws `not_found`, `destination_exists`, `disk_full`, `disk_refused`;
   * the story is then whole in one of the two places, usually where it was.
   */
  trash(id: StoryId): Promise<void>
  /** What is in the trash, last trashed first. */
  trashed(): Promise<readonly TrashedStory[]>
  /** Takes a story back to where it was. Throws as `trash`. */
  restoreFromTrash(id: StoryId): Promise<void>
  /**
   * Removes for good what was trashed more than so many days ago, 0 for everything; returns whose. Opening a workspace
   * does this with the days of its settings.
   */
  emptyTrash(olderThanDays: number): Promise<readonly StoryId[]>

  /** The saved versions of a story, newest first; one whose file cannot be read is left out, and told. */
  versions(id: StoryId): Promise<readonly StoryVersion[]>
  /**
   * Keeps the story as it stands under a name: a new version, or the newest one when it holds just this.
   * Throws `invalid_input`, `disk_full`, `disk_refused`, and as `readStory`.
   */
  nameVersion(id: StoryId, name: string): Promise<StoryVersion>
  /** The version that holds the story as it stands; one is kept when none does. Throws as `nameVersion`. */
  standingVersion(id: StoryId): Promise<StoryVersion>
  /** What a version holds. Throws `not_found`, `story_damaged`, `newer_format`. */
  readVersion(id: StoryId, number: number): Promise<Story>
  /**
   * Puts the text of a version in place of the story's, as one change that open windows follow; the record stays. What
   * stood before is kept as a version first, which is returned; null when the text is that already. No version is ever
   * deleted. Throws as `readVersion`, `openStory`, and as a story that takes steps.
   */
  restoreVersion(id: StoryId, number: number): Promise<StoryVersion | null>

  /** An editor keeps what was recovered of an open story. */
  keepRecovered(id: StoryId): Promise<void>
  /**
   * Puts what the last saved file held in place of what was recovered, which is kept as a version and returned; null
   * when the text is that already. Throws `not_found` when nothing was recovered, and as `restoreVersion`.
   */
  goBackToSaved(id: StoryId): Promise<StoryVersion | null>
  /**
   * Makes a story again from a version when no file of it can be read; the damaged ones go to the quarantine. Throws
   * `destination_exists` when the story can be read, and as `readVersion`.
   */
  rebuildStory(id: StoryId, number: number): Promise<void>

  /**
   * Looks whether other programs changed the files of open stories: what they made of a story that has nothing unsaved is
   * taken over, else both are kept as versions. It is looked before every snapshot as well.
   */
  lookAround(): Promise<void>

  changeSettings(patch: SettingsPatch): Promise<Settings>

  /** Entries of the authority file whose name or alias holds every word of the query, best first. */
  searchEntities(options: {
    readonly query: string
    readonly kind: EntityKind | null
    readonly limit: number
  }): Entity[]
  /** Adds an entry; one of the same kind, name and role is returned as it is. */
  addEntity(about: Pick<Entity, 'kind' | 'name' | 'role'>): Promise<Entity>

  /** Snapshots what is open, waits for every write and gives the lock back. Safe to call twice. */
  close(): Promise<void>
}
