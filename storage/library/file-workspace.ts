import type { Node } from 'prosemirror-model'
import { v7 } from 'uuid'
import { readError } from '../files/disk-error.ts'
import type { FileSystem } from '../files/file-system.ts'
import type { Lock } from '../files/lock.ts'
import type { Quarantine } from '../files/quarantine.ts'
import { watchFile } from '../files/watch-file.ts'
import type { IdStretch, Place, PlaceWanted, Stretch } from '../index/list-query.ts'
import type { StoryAuthority } from '../journal/authority.ts'
import type { SnapshotTimes } from '../journal/snapshot-keeper.ts'
import type { Entity } from '../model/entity.ts'
import { GalleyError } from '../model/errors.ts'
import { storyIdSchema } from '../model/ids.ts'
import type { StoryId } from '../model/ids.ts'
import type { Instant } from '../model/instant.ts'
import type { StoryCount } from '../model/listing.ts'
import { settingsPatchSchema } from '../model/settings.ts'
import type { Settings, SettingsPatch } from '../model/settings.ts'
import type { Story } from '../model/story.ts'
import type { StorySummary } from '../model/summary.ts'
import type { StoryVersion } from '../model/version.ts'
import { addEntity } from './add-entity.ts'
import { ArchiveList } from './archive-list.ts'
import type { Indexing } from './archive-list.ts'
import { countFindings } from './count-findings.ts'
import type { FileLedger } from './file-ledger.ts'
import type { AuthorityFile, WorkspaceFile } from './formats.ts'
import { mustStand } from '../files/must-stand.ts'
import { OpenStories } from './open-stories.ts'
import { openStoryFiles } from './open-story-files.ts'
import type { OpenedStory } from './open-story-files.ts'
import { OtherChanges } from './other-changes.ts'
import { storyPlaces } from './places.ts'
import { searchEntities } from './search-entities.ts'
import type { EntityQuery } from './search-entities.ts'
import type { Store } from './store.ts'
import { rebuildStoryFiles } from './rebuild-story.ts'
import { storeNewStory } from './store-new-story.ts'
import { readStoryFiles } from './story-files.ts'
import type { StoryFilesParts } from './story-files.ts'
import { storyIds } from './story-ids.ts'
import type { ListedStories, ListOptions, StoryList } from './story-list.ts'
import { StoryRows } from './story-rows.ts'
import { Trash } from './trash.ts'
import { restoreDocument } from './versions/restore-document.ts'
import { StoryVersions } from './versions/story-versions.ts'
import type { NewStory, OpenStory, TrashedStory, Workspace, WorkspaceEvent } from './workspace.ts'

/** What an opened workspace is made of. */
export interface WorkspaceParts {
  readonly root: string
  readonly fs: FileSystem
  readonly lock: Lock
  readonly quarantine: Quarantine
  readonly file: Store<WorkspaceFile>
  readonly names: Store<AuthorityFile>
  readonly ledger: FileLedger
  readonly tell: (event: WorkspaceEvent) => void
  readonly now: () => Date
  readonly watch: boolean
  readonly times?: SnapshotTimes
  /** Null for lists that are made of the files each time. */
  readonly indexing: Indexing | null
}

/** A workspace in a folder of files. */
export class FileWorkspace implements Workspace {
  readonly #parts: WorkspaceParts
  readonly #open: OpenStories
  readonly #rows: StoryRows
  readonly #list: ArchiveList
  readonly #versions: StoryVersions
  readonly #trash: Trash
  #closing: Promise<void> | null = null

  constructor(parts: WorkspaceParts) {
    this.#parts = parts
    this.#versions = new StoryVersions({
      fs: parts.fs,
      root: parts.root,
      now: parts.now,
      editor: () => this.settings.editor,
      onDamage: (id, error) => {
        const { message } = readError(error, 'A version of this story')
        parts.tell({ kind: 'damaged', story: id, message, quarantined: null })
      },
      onVersion: (id, version) => {
        parts.tell({ kind: 'version', id, version })
      },
    })
    this.#open = new OpenStories((id) => this.#load(id))
    this.#trash = new Trash({ fs: parts.fs, root: parts.root, now: parts.now })
    this.#rows = new StoryRows({
      ids: () => storyIds(parts.fs, parts.root),
      identityOf: (id) => this.#identityOf(id),
      read: (id) => this.readStory(id),
      countFindings: (story) => countFindings(parts.fs, parts.root, story, this.settings),
      errorOf: (error) => readError(error, 'This story'),
    })
    this.#list = new ArchiveList({
      indexing: parts.indexing,
      rows: this.#rows,
      standing: () => this.#open.standing(),
      onChanged: (id) => void this.#tellSummary(id),
    })
    parts.file.onTakenOver(({ settings }) => {
      this.#list.bringInStep()
      parts.tell({ kind: 'settings', settings })
    })
  }

  get root(): string {
    return this.#parts.root
  }
  get name(): string {
    return this.#parts.file.data.name
  }
  get settings(): Settings {
    return this.#parts.file.data.settings
  }
  get ledger(): FileLedger {
    return this.#parts.ledger
  }

  list(options: ListOptions): Promise<StoryList> {
    return this.#list.list(options)
  }

  listIds(stretch: ListedStories & Stretch): Promise<IdStretch> {
    return this.#list.ids(stretch)
  }

  placeInList(list: ListedStories, wanted: PlaceWanted): Promise<Place> {
    return this.#list.place(list, wanted)
  }

  countStories(list: ListedStories, recent: Instant): Promise<readonly StoryCount[]> {
    return this.#list.counts(list, recent)
  }

  async summaryOf(id: StoryId): Promise<StorySummary> {
    return (await this.#rows.row(id)).summary
  }

  async translationsOf(id: StoryId): Promise<readonly StorySummary[]> {
    return (await this.list({ query: `translates:${id}`, limit: Infinity })).stories
  }

  async createStory(about: NewStory): Promise<Story> {
    const { now } = this.#parts
    this.#mustBeOpen()
    const id = storyIdSchema.parse(v7({ msecs: now().getTime() }))
    const story = await storeNewStory(this.#filesOf(id), about, now())
    this.#changed(id)
    return story
  }

  async openStory(id: StoryId): Promise<OpenStory> {
    this.#mustBeOpen()
    return this.#open.open(id)
  }

  async readStory(id: StoryId): Promise<Story & { readonly version: number }> {
    return this.#open.settled(id, async () => {
      const open = this.#open.get(id)
      const { record, document, version } = open ?? (await readStoryFiles(this.#filesOf(id)))
      return { record, document, version }
    })
  }

  async trash(id: StoryId): Promise<void> {
    this.#mustBeOpen()
    await this.#open.closed(id, () => this.#trash.put(id, this.settings.editor))
    this.#list.touched(id)
    this.#parts.tell({ kind: 'removed', id })
  }

  trashed(): Promise<readonly TrashedStory[]> {
    return this.#trash.list()
  }

  async restoreFromTrash(id: StoryId): Promise<void> {
    this.#mustBeOpen()
    await this.#open.closed(id, () => this.#trash.takeBack(id))
    this.#changed(id)
  }

  async emptyTrash(olderThanDays: number): Promise<readonly StoryId[]> {
    this.#mustBeOpen()
    return this.#trash.empty(olderThanDays)
  }

  /** Removes what the settings say, unless they are an older copy: the editor may have lengthened the days since. */
  async removeOldTrash(isNewest: boolean): Promise<void> {
    if (!isNewest) await this.#trash.doubt()
    if (isNewest && !(await this.#trash.isInDoubt())) await this.#trash.empty(this.settings.trashDays)
  }

  async versions(id: StoryId): Promise<readonly StoryVersion[]> {
    const versions = await this.#versions.list(id)
    // A story without versions is told from one that is not here.
    if (versions.length === 0) await this.readStory(id)
    return versions
  }

  async nameVersion(id: StoryId, name: string): Promise<StoryVersion> {
    this.#mustBeOpen()
    return this.#versions.name(await this.readStory(id), name)
  }

  async standingVersion(id: StoryId): Promise<StoryVersion> {
    this.#mustBeOpen()
    return this.#versions.standing(await this.readStory(id))
  }

  readVersion(id: StoryId, number: number): Promise<Story> {
    return this.#versions.read(id, number)
  }

  async restoreVersion(id: StoryId, number: number): Promise<StoryVersion | null> {
    const { document } = await this.readVersion(id, number)
    return this.#whileOpen(id, ({ authority }) => this.#restore(authority, document))
  }

  keepRecovered(id: StoryId): Promise<void> {
    this.#open.looked(id)
    return Promise.resolve()
  }

  goBackToSaved(id: StoryId): Promise<StoryVersion | null> {
    return this.#whileOpen(id, async ({ authority, recovery }) => {
      if (recovery === null) throw new GalleyError('not_found', 'Nothing of this story had to be recovered.')
      const kept = await this.#restore(authority, recovery.saved.document)
      this.#open.looked(id)
      return kept
    })
  }

  async rebuildStory(id: StoryId, number: number): Promise<void> {
    this.#mustBeOpen()
    const story = await this.readVersion(id, number)
    await this.#open.closed(id, () => rebuildStoryFiles(this.#filesOf(id), story))
    this.#changed(id)
  }

  async lookAround(): Promise<void> {
    const { file, names, ledger } = this.#parts
    await Promise.all([this.#open.look(), file.look(), names.look(), ledger.look()])
  }

  async changeSettings(patch: SettingsPatch): Promise<Settings> {
    this.#mustBeOpen()
    const read = settingsPatchSchema.safeParse(patch)
    if (!read.success) {
      throw new GalleyError('invalid_input', 'The settings were not changed: one of them cannot have this value.', {
        cause: read.error,
      })
    }
    const given = Object.fromEntries(Object.entries(read.data).filter(([, value]) => value !== undefined))
    await mustStand(this.#parts.fs, this.root, 'The settings')
    const { settings } = await this.#parts.file.change((file) => ({
      ...file,
      settings: { ...file.settings, ...given },
    }))
    if (given['trashDays'] !== undefined) await this.#trash.settle()
    // The checks hold stories to the limits.
    if (given['limits'] !== undefined) this.#list.bringInStep()
    this.#parts.tell({ kind: 'settings', settings })
    return settings
  }

  searchEntities(query: EntityQuery): Entity[] {
    return searchEntities(this.#parts.names.data.entities, query)
  }

  async addEntity(about: Pick<Entity, 'kind' | 'name' | 'role'>): Promise<Entity> {
    this.#mustBeOpen()
    await mustStand(this.#parts.fs, this.root, 'The names')
    return addEntity(this.#parts.names, about)
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    const { file, names, ledger, lock } = this.#parts
    try {
      await this.#open.closeAll()
    } finally {
      await Promise.all([file.idle(), names.idle(), ledger.idle(), this.#versions.idle(), this.#list.close()])
      await lock.release()
    }
  }

  #restore(authority: StoryAuthority, document: Node): Promise<StoryVersion | null> {
    return restoreDocument(authority, document, (standing) => this.#versions.beforeRestore(standing))
  }

  async #whileOpen<T>(id: StoryId, task: (story: OpenStory) => Promise<T>): Promise<T> {
    const story = await this.openStory(id)
    try {
      return await task(story)
    } finally {
      await story.close()
    }
  }

  async #load(id: StoryId): Promise<OpenedStory> {
    const { times, watch } = this.#parts
    const opened = await openStoryFiles({
      ...this.#filesOf(id),
      ...(times === undefined ? {} : { times }),
      watcher: this.#versions.watch(id),
      editor: () => this.settings.editor,
      others: this.#othersOf(id),
    })
    opened.story.subscribe((event) => {
      if (event.kind === 'snapshot') this.#changed(id)
    })
    if (!watch) return opened
    const stop = watchFile(storyPlaces(this.root, id).file, () => void opened.look())
    const close = (): Promise<void> => {
      stop()
      return opened.close()
    }
    return { ...opened, close }
  }

  #othersOf(id: StoryId): OtherChanges {
    const { tell } = this.#parts
    return new OtherChanges({
      versions: this.#versions,
      onReloaded: () => {
        tell({ kind: 'reloaded', id })
      },
      onBothKept: (ours, theirs) => {
        tell({ kind: 'both_kept', id, ours, theirs })
      },
      isTrashed: () => this.#trash.holds(id),
      onTrashed: () => {
        void this.#open.closed(id, () => Promise.resolve()).catch(() => undefined)
        tell({ kind: 'removed', id })
      },
    })
  }

  #filesOf(id: StoryId): StoryFilesParts {
    const { root, fs, quarantine, tell, now } = this.#parts
    return {
      fs,
      root,
      now,
      quarantine,
      id,
      places: storyPlaces(root, id),
      onDamage: (damage) => {
        tell({ kind: 'damaged', story: id, ...damage })
      },
    }
  }

  /** Which state of a story a row was made of: its files' facts, or its place in the journal while it is open. */
  async #identityOf(id: StoryId): Promise<string> {
    const open = this.#open.get(id)
    const settings = JSON.stringify(this.settings)
    if (open !== null) return `${settings} ${open.record.updated} ${open.version}`
    const { file, journal } = storyPlaces(this.root, id)
    return [settings, await this.#factsOf(file), await this.#factsOf(journal)].join(' ')
  }

  async #factsOf(path: string): Promise<string> {
    try {
      const { bytes, modified } = await this.#parts.fs.stat(path)
      return `${bytes}@${modified}`
    } catch {
      return 'none'
    }
  }

  /** The files of a story have changed. */
  #changed(id: StoryId): void {
    this.#list.touched(id)
    void this.#tellSummary(id)
  }

  async #tellSummary(id: StoryId): Promise<void> {
    try {
      this.#parts.tell({ kind: 'summary', summary: await this.summaryOf(id) })
    } catch {
      // The list will say what is wrong with it when it is asked.
    }
  }

  #mustBeOpen(): void {
    if (this.#closing !== null) throw new GalleyError('cancelled', 'The workspace is being closed.')
  }
}
