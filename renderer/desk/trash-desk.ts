import type { Bridge } from '../../electron/ipc/contract/index.ts'
import type { TrashedStory } from '../../electron/ipc/contract/trash.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import { valueOf } from '../editor/answers.ts'
import { messageOfError } from '../app/messages.ts'
import { saveField } from '../app/save-field.ts'
import type { Sessions } from '../app/sessions.ts'
import { t } from '../i18n/translate.ts'
import { State } from '../ui/store.ts'
import type { ToastQueue } from '../ui/toast-queue.ts'
import type { StoryList } from './story-list.ts'

export interface TrashState {
  readonly phase: 'loading' | 'ready' | 'failed'
  /** Last trashed first. */
  readonly stories: readonly TrashedStory[]
}

interface TrashParts {
  readonly bridge: Bridge
  readonly sessions: Sessions
  readonly list: StoryList
  readonly toasts: ToastQueue
  readonly problem: State<string | null>
}

/** Puts stories in the trash and takes them back. Whoever trashes a story, windows that have it open leave it. */
export class TrashDesk {
  readonly state = new State<TrashState>({ phase: 'loading', stories: [] })
  /** Whether the trash is shown in place of the list. */
  readonly isShown = new State(false)
  readonly #parts: TrashParts

  constructor(parts: TrashParts) {
    this.#parts = parts
    parts.bridge.on('trashing', ({ id }) => void this.#sendAll(id))
    parts.bridge.on('removed', ({ id }) => {
      parts.list.forget(id)
      void parts.sessions.drop(id)
      if (this.isShown.get()) void this.load()
    })
  }

  show(): void {
    this.isShown.set(true)
    void this.load()
  }

  async load(): Promise<void> {
    const answer = await this.#parts.bridge.trash.list(null)
    this.state.update((state) =>
      answer.ok ? { phase: 'ready', stories: answer.value.stories } : { ...state, phase: 'failed' },
    )
  }

  /** Moves a story to the trash, with everything that was typed in it, and offers to undo that. */
  async put(id: StoryId, slug: string): Promise<void> {
    const { bridge, sessions, toasts, problem, list } = this.#parts
    try {
      const current = sessions.current.get()
      const wasOpen = current.state === 'open' && current.id === id
      if (wasOpen) await sessions.flush()
      valueOf(await bridge.trash.put({ id }))
      // What main tells of it comes later than its answer may; the row must not be there to be opened meanwhile.
      list.forget(id)
      await sessions.drop(id)
      toasts.show(t('trash.isPut', { slug }), {
        words: t('toast.undo'),
        run: () => void this.#undo(id, slug, wasOpen),
      })
    } catch (error) {
      problem.set(t('trash.notPut', { slug, message: messageOfError(error) }))
    }
  }

  /** Takes a story back to where it was. Answers whether it did. */
  async takeBack(id: StoryId, slug: string): Promise<boolean> {
    const { bridge, problem, list } = this.#parts
    const isUnreadable = this.state.get().stories.some((story) => story.id === id && story.slug === '')
    list.expect(id)
    try {
      valueOf(await bridge.trash.takeBack({ id }))
    } catch (error) {
      problem.set(t('trash.notTakenBack', { slug, message: messageOfError(error) }))
      return false
    } finally {
      // Main tells of its row when the index has it; a list made before that would be without it. One that cannot be
      // read has no row: the list says so.
      await Promise.all([isUnreadable ? list.load() : null, this.load()])
    }
    return true
  }

  /** Removes what is in the trash for good. */
  async empty(): Promise<void> {
    const { bridge, toasts, problem } = this.#parts
    try {
      const { removed } = valueOf(await bridge.trash.empty(null))
      toasts.show(t('trash.isEmptied', { count: removed }))
    } catch (error) {
      problem.set(t('trash.notEmptied', { message: messageOfError(error) }))
    }
    await this.load()
  }

  /** Whoever trashes a story, it goes with everything that was typed in this window. */
  async #sendAll(id: StoryId): Promise<void> {
    const { bridge, sessions } = this.#parts
    const current = sessions.current.get()
    if (current.state === 'open' && current.id === id) {
      saveField()
      // What main does not take now stays in the window, which says so.
      await sessions.flush().catch(() => undefined)
    }
    await bridge.trash.sent({ id })
  }

  async #undo(id: StoryId, slug: string, wasOpen: boolean): Promise<void> {
    if ((await this.takeBack(id, slug)) && wasOpen) await this.#parts.sessions.open(id)
  }
}

const day = 24 * 60 * 60 * 1000

/** How many days a trashed story has left, the day that has begun included; 0 when its time is over. */
export function daysLeft(at: string, trashDays: number, now: Date): number {
  return Math.max(0, Math.ceil((Date.parse(at) + trashDays * day - now.getTime()) / day))
}
