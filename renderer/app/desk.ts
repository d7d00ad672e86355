import type { DeskInfo } from '../../electron/ipc/contract/desk.ts'
import type { EventPayload } from '../../electron/ipc/contract/events.ts'
import type { Bridge } from '../../electron/ipc/contract/index.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import type { SavedSearch } from '../../storage/model/listing.ts'
import type { Settings, SettingsPatch } from '../../storage/model/settings.ts'
import { CompareDesk } from '../compare/compare-desk.ts'
import { StoryActs } from '../desk/story-acts.ts'
import { StoryList } from '../desk/story-list.ts'
import { StorySelection } from '../desk/story-selection.ts'
import { TrashDesk } from '../desk/trash-desk.ts'
import { ImportDesk } from '../desk/import-desk.ts'
import { MovingInDesk } from '../moving-in/moving-in-desk.ts'
import { openStorySession } from '../editor/open-story-session.ts'
import { t } from '../i18n/translate.ts'
import { VersionShelf } from '../inspector/history/version-shelf.ts'
import { Publication } from '../publish/publication.ts'
import { RecoveryDesk } from '../recovery/recovery-desk.ts'
import { State } from '../ui/store.ts'
import { ToastQueue } from '../ui/toast-queue.ts'
import { CommandRegistry } from './commands/registry.ts'
import { LiveChecks } from './live-checks.ts'
import { Neighbours } from './neighbours.ts'
import { PhotoShelf } from './photo-shelf.ts'
import { Sessions } from './sessions.ts'
import { WindowState } from './window-state.ts'

/** How long a list that is being made anew stands before it is asked for again, in milliseconds. */
const betweenLists = 5000

/** Everything that one window is made of, behind its panes. Made once, when the window opens. */
export class Desk {
  readonly bridge: Bridge
  readonly info: DeskInfo
  readonly settings: State<Settings>
  readonly window: WindowState
  readonly list: StoryList
  readonly selection: StorySelection
  readonly acts: StoryActs
  readonly sessions: Sessions
  readonly versions: VersionShelf
  readonly compare: CompareDesk
  readonly photos: PhotoShelf
  readonly trash: TrashDesk
  readonly checks: LiveChecks
  readonly imports: ImportDesk
  readonly movingIn: MovingInDesk
  readonly publication: Publication
  readonly recovery: RecoveryDesk
  readonly toasts = new ToastQueue()
  /** The search that is being given a name. */
  readonly naming = new State<SavedSearch | null>(null)
  /** What went wrong, to be read and put away. */
  readonly problem = new State<string | null>(null)
  /** How far the rows of the list are made anew, while they are. */
  readonly indexing = new State<EventPayload<'indexing'> | null>(null)
  readonly commands: CommandRegistry
  #listed = -Infinity

  constructor(bridge: Bridge, info: DeskInfo, storage: Storage) {
    this.bridge = bridge
    this.info = info
    this.settings = new State(info.settings)
    this.window = new WindowState(storage)
    this.list = new StoryList(bridge, {
      order: this.window.remembered.get().order,
      grouping: this.window.remembered.get().grouping,
      isOpen: (id) => {
        const current = this.sessions.current.get()
        return current.state !== 'none' && current.id === id
      },
    })
    this.list.state.subscribe(() => this.#rememberArrangement())
    this.photos = new PhotoShelf(bridge)
    this.sessions = new Sessions((id) =>
      openStorySession(bridge, id, {
        photos: this.photos,
        isMac: info.platform === 'darwin',
        limits: () => this.settings.get().limits,
        editor: () => this.settings.get().editor,
        notify: (words) => this.toasts.show(words),
      }),
    )
    this.versions = new VersionShelf(bridge, this.sessions)
    this.compare = new CompareDesk(this.sessions, this.versions)
    this.trash = new TrashDesk({
      bridge,
      sessions: this.sessions,
      list: this.list,
      toasts: this.toasts,
      problem: this.problem,
    })
    this.selection = new StorySelection(this.list)
    bridge.on('removed', ({ id }) => this.selection.forget([id]))
    this.acts = new StoryActs({
      bridge,
      list: this.list,
      selection: this.selection,
      sessions: this.sessions,
      trash: this.trash,
      toasts: this.toasts,
      problem: this.problem,
      publish: (ids) => {
        this.publication.prepare(ids)
        this.window.overlay.set('publish')
      },
    })
    this.checks = new LiveChecks(this.sessions, this.photos, this.settings, new Neighbours(bridge))
    this.movingIn = new MovingInDesk(bridge, {
      toasts: this.toasts,
      problem: this.problem,
      listAgain: () => void this.list.load(),
      showReport: () => this.window.overlay.set('moved-in'),
    })
    this.imports = new ImportDesk(bridge, {
      moveIn: (files) => this.movingIn.drop(files),
      open: (id) => this.sessions.open(id),
      toasts: this.toasts,
      problem: this.problem,
      showResult: () => this.window.overlay.set('import'),
    })
    this.publication = new Publication(bridge)
    this.recovery = new RecoveryDesk(
      {
        bridge,
        sessions: this.sessions,
        toasts: this.toasts,
        problem: this.problem,
        compare: (id, from, to) => void this.#compare(id, from, to),
        slugOf: (id) => this.list.find(id)?.slug ?? null,
      },
      info.damaged,
    )
    this.commands = new CommandRegistry(info.platform)
    this.publication.state.subscribe(() => this.#tellPublished())
    bridge.on('settings', (settings) => this.settings.set(settings))
    bridge.on('indexing', (progress) => this.#hearIndexing(progress))
  }

  /** Starts a story in the house's language and opens it. */
  async newStory(): Promise<void> {
    const answer = await this.bridge.stories.create({ language: this.settings.get().language })
    if (answer.ok) await this.sessions.open(answer.value.id)
    else this.problem.set(answer.error.message)
  }

  async changeSettings(patch: SettingsPatch): Promise<void> {
    const answer = await this.bridge.desk.changeSettings(patch)
    if (answer.ok) this.settings.set(answer.value)
    else this.problem.set(t('settings.notSaved', { message: answer.error.message }))
  }

  #rememberArrangement(): void {
    const { order, grouping } = this.list.state.get()
    const before = this.window.remembered.get()
    if (before.order !== order || before.grouping !== grouping)
      this.window.remembered.update((state) => ({ ...state, order, grouping }))
  }

  async #compare(id: StoryId, from?: number, to?: number): Promise<void> {
    await this.sessions.open(id)
    this.compare.open(from, to)
  }

  /** The list is asked for again when it is whole, and at the start of it and now and then on the way there. */
  #hearIndexing(progress: EventPayload<'indexing'>): void {
    this.indexing.set(progress.finished ? null : progress)
    const now = performance.now()
    if (!progress.finished && now - this.#listed < betweenLists) return
    this.#listed = now
    void this.list.load()
  }

  /** Says what came of a publication whose sheet was hidden. A failure comes back with its sheet. */
  #tellPublished(): void {
    const state = this.publication.state.get()
    if (this.window.overlay.get() === 'publish') return
    const show = (): void => this.window.overlay.set('publish')
    if (state.state === 'failed') show()
    else if (state.state === 'done') {
      const count = state.request.ids.length
      const words = count > 1 ? t('publishMany.isPublished', { count }) : t('publish.isPublished', { slug: state.slug })
      this.toasts.show(words, { words: t('publish.showResult'), run: show })
    }
  }
}
