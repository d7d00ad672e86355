import type { Answer, Bridge } from '../../electron/ipc/contract/index.ts'
import type { ActedOnMany } from '../../electron/ipc/contract/many.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import type { RecordChange } from '../../storage/model/record-change.ts'
import { messageOfError } from '../app/messages.ts'
import { saveField } from '../app/save-field.ts'
import type { Sessions } from '../app/sessions.ts'
import { valueOf } from '../editor/answers.ts'
import { t } from '../i18n/translate.ts'
import { State } from '../ui/store.ts'
import type { ToastQueue } from '../ui/toast-queue.ts'
import { changedWords, refusedWords } from './act-words.ts'
import { leaving } from './leaving.ts'
import type { StoryList } from './story-list.ts'
import type { StorySelection } from './story-selection.ts'
import type { TrashDesk } from './trash-desk.ts'

/** Which of the acts a menu offers, for which stories, and where it stands. */
export interface ActMenu {
  readonly offers: 'all' | 'status' | 'desk'
  readonly ids: readonly StoryId[]
  readonly at: { readonly x: number; readonly y: number }
}

interface ActParts {
  readonly bridge: Bridge
  readonly list: StoryList
  readonly selection: StorySelection
  readonly sessions: Sessions
  readonly trash: TrashDesk
  readonly toasts: ToastQueue
  readonly problem: State<string | null>
  /** Opens the publish sheet for these stories. */
  readonly publish: (ids: readonly StoryId[]) => void
}

/** How many stories one bundle takes. */
const mostPublished = 1000

/** What can be done with stories of the list, one or many. */
export class StoryActs {
  /** How far an act on many stories has come, while there is one. */
  readonly underWay = new State<{ readonly done: number; readonly total: number } | null>(null)
  readonly menu = new State<ActMenu | null>(null)
  /** The stories that are being given keywords, while their words are typed. */
  readonly tagging = new State<readonly StoryId[] | null>(null)
  readonly #parts: ActParts

  constructor(parts: ActParts) {
    this.#parts = parts
    parts.bridge.on('actingOnMany', (progress) => {
      this.underWay.update((state) => (state === null ? null : progress))
    })
  }

  /** The stories that are chosen, or else the one that is open. */
  get chosen(): readonly StoryId[] {
    const { selection, sessions } = this.#parts
    const current = sessions.current.get()
    const ids = [...selection.state.get().ids]
    return ids.length > 0 || current.state !== 'open' ? ids : [current.id]
  }

  async change(ids: readonly StoryId[], change: RecordChange): Promise<void> {
    const { bridge, toasts, list, selection } = this.#parts
    const acted = await this.#act(ids, () => bridge.stories.changeMany({ ids: [...ids], change }))
    if (acted === null) return
    selection.forget(leaving(acted.changed, change, list.state.get(), (id) => list.find(id), new Date()))
    toasts.show(changedWords(change, acted))
    this.#sayRefused(acted)
  }

  /** Moves stories to the trash, and offers to take them all back at once. */
  async trash(ids: readonly StoryId[]): Promise<void> {
    const { bridge, sessions, trash, list, toasts, selection } = this.#parts
    const [only, ...more] = ids
    if (only === undefined) return
    if (more.length === 0) {
      await trash.put(only, list.find(only)?.slug ?? '')
      return
    }
    const current = sessions.current.get()
    const open = current.state === 'open' && ids.includes(current.id) ? current.id : null
    if (open !== null && !(await this.#isSent())) return
    const acted = await this.#act(ids, () => bridge.trash.putMany({ ids: [...ids] }))
    if (acted === null) return
    for (const id of acted.changed) list.forget(id)
    selection.forget(acted.changed)
    if (open !== null && acted.changed.includes(open)) await sessions.drop(open)
    toasts.show(t('acts.isTrashed', { count: acted.changed.length }), {
      words: t('toast.undo'),
      run: () => void this.#takeBack(acted.changed, open),
    })
    this.#sayRefused(acted)
  }

  /** Makes another story of one, and opens that. */
  async duplicate(id: StoryId): Promise<void> {
    const { bridge, sessions, list, problem } = this.#parts
    const current = sessions.current.get()
    if (current.state === 'open' && current.id === id && !(await this.#isSent())) return
    const answer = await bridge.stories.duplicate({ id })
    if (answer.ok) {
      list.expect(answer.value.id)
      await sessions.open(answer.value.id)
    } else problem.set(answer.error.message)
  }

  /** Opens the publish sheet: for one story beside its text, for several by themselves. */
  async publish(ids: readonly StoryId[]): Promise<void> {
    const [only, ...more] = ids
    if (only === undefined) return
    if (more.length === 0) {
      const { sessions } = this.#parts
      await sessions.open(only)
      // The story before may not have let go, or another one may have been asked for meanwhile.
      const current = sessions.current.get()
      if (current.state !== 'open' || current.id !== only) return
    } else if (ids.length > mostPublished) {
      this.#parts.problem.set(t('acts.tooMany', { most: mostPublished }))
      return
    } else if (!(await this.#isSent())) return
    this.#parts.publish(ids)
  }

  /** Ends an act on many stories behind the one in hand. */
  async stop(): Promise<void> {
    await this.#parts.bridge.stories.stopMany(null)
  }

  async #takeBack(ids: readonly StoryId[], open: StoryId | null): Promise<void> {
    const { bridge, list, sessions } = this.#parts
    for (const id of ids) list.expect(id)
    const acted = await this.#act(ids, () => bridge.trash.takeBackMany({ ids: [...ids] }))
    if (acted === null) return
    this.#sayRefused(acted)
    if (open !== null && acted.changed.includes(open)) await sessions.open(open)
  }

  async #act(ids: readonly StoryId[], act: () => Promise<Answer<ActedOnMany>>): Promise<ActedOnMany | null> {
    const { problem, list } = this.#parts
    if (ids.length === 0 || this.underWay.get() !== null) return null
    this.underWay.set({ done: 0, total: ids.length })
    try {
      return valueOf(await act())
    } catch (error) {
      problem.set(messageOfError(error))
      return null
    } finally {
      this.underWay.set(null)
      void list.load()
    }
  }

  #sayRefused(acted: ActedOnMany): void {
    const { list, problem } = this.#parts
    const words = refusedWords(acted, (id) => list.find(id)?.slug ?? null)
    if (words !== null) problem.set(words)
  }

  /** Everything typed in the open story is with main. */
  async #isSent(): Promise<boolean> {
    saveField()
    try {
      await this.#parts.sessions.flush()
      return true
    } catch (error) {
      this.#parts.problem.set(messageOfError(error))
      return false
    }
  }
}
