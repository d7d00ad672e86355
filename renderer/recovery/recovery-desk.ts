import type { Damaged } from '../../electron/ipc/contract/damaged.ts'
import type { EventPayload } from '../../electron/ipc/contract/events.ts'
import type { Bridge } from '../../electron/ipc/contract/index.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import type { Sessions } from '../app/sessions.ts'
import type { StorySession } from '../editor/session.ts'
import { t } from '../i18n/translate.ts'
import { State } from '../ui/store.ts'
import type { ToastQueue } from '../ui/toast-queue.ts'
import { copyStory } from './copy-story.ts'
import { openAgain } from './open-again.ts'
import { RecoveredStory } from './recovered-story.ts'

type OtherChange = EventPayload<'otherChange'>
export type KeptBoth = Extract<OtherChange, { outcome: 'kept' }>

/** What recovery needs of the window around it. */
export interface RecoveryWindow {
  readonly bridge: Pick<Bridge, 'on' | 'recovery' | 'versions' | 'trash'>
  readonly sessions: Sessions
  readonly toasts: ToastQueue
  readonly problem: State<string | null>
  /** Shows what changed between two versions of a story; without them, between the newest other one and what stands. */
  readonly compare: (id: StoryId, from?: number, to?: number) => void
  /** The slug of a story as the list has it, or null. */
  readonly slugOf: (id: StoryId) => string | null
}

/** Everything the window says about words that were nearly lost: what came back, what was damaged, what is not saved. */
export class RecoveryDesk {
  /** What was recovered of the open story, until that is answered. */
  readonly recovered = new State<RecoveredStory | null>(null)
  /** Damaged files of the library that nobody has read about yet. */
  readonly damage: State<readonly Damaged[]>
  /** Why the backup of the day could not be made, until somebody has read it. */
  readonly backupFailure = new State<string | null>(null)
  /** Stories that another program and this window changed at once, oldest first. */
  readonly keptBoth = new State<readonly KeptBoth[]>([])
  readonly #window: RecoveryWindow
  #session: StorySession | null = null
  #leave: () => void = () => undefined

  constructor(window: RecoveryWindow, damaged: readonly Damaged[]) {
    this.#window = window
    this.damage = new State(damaged)
    window.sessions.current.subscribe(() => {
      this.#watch()
    })
    window.bridge.on('damaged', (file) => {
      this.damage.update((known) => [...known, file])
    })
    window.bridge.on('backupFailed', ({ message }) => {
      this.backupFailure.set(message)
    })
    window.bridge.on('otherChange', (change) => {
      void this.#hear(change)
    })
  }

  /** The slug of a story, however it is known. */
  slugOf(id: StoryId): string {
    const current = this.#window.sessions.current.get()
    if (current.state === 'open' && current.id === id) return current.session.snapshot().record.slug
    return this.#window.slugOf(id) ?? t('saving.anotherStory')
  }

  /** The open story that cannot be saved for now, or will not be taken any more. */
  get unsaved(): StorySession | null {
    const state = this.#session?.snapshot().safety.state
    return state === 'failing' || state === 'refused' ? this.#session : null
  }

  async copy(session: StorySession): Promise<void> {
    const { toasts, problem } = this.#window
    if (await copyStory(session)) toasts.show(t('saving.copied'))
    else problem.set(t('saving.notCopied'))
  }

  /** Sends once more what could not be saved, or first opens the story again or takes it back from the trash. */
  tryAgain(session: StorySession): void {
    const { safety } = session.snapshot()
    if (safety.state === 'refused' && safety.isInTrash) void this.#takeBack(session)
    else if (safety.state === 'refused') void openAgain(this.#window, session)
    else session.tryAgain()
  }

  compareBoth({ id, ours, theirs }: KeptBoth): void {
    this.#window.compare(id, ours.number, theirs.number)
  }

  putAway(change: KeptBoth): void {
    this.keptBoth.update((known) => known.filter((other) => other !== change))
  }

  async #takeBack(session: StorySession): Promise<void> {
    const { id, record } = session.snapshot()
    const answer = await this.#window.bridge.trash.takeBack({ id })
    // Not there any more may mean that somebody else has taken it back.
    session.tryAgain()
    if (answer.ok || answer.error.code === 'not_found') return
    this.#window.problem.set(t('trash.notTakenBack', { slug: record.slug, message: answer.error.message }))
  }

  async #hear(change: OtherChange): Promise<void> {
    if (change.outcome === 'kept') {
      this.keptBoth.update((known) => [...known.filter(({ id }) => id !== change.id), change])
      return
    }
    const { bridge, compare, toasts } = this.#window
    const words = t('other.reloaded', { slug: this.slugOf(change.id) })
    const answer = await bridge.versions.list({ id: change.id })
    if (!answer.ok || answer.value.versions.length === 0) toasts.show(words)
    else toasts.show(words, { words: t('other.compare'), run: () => compare(change.id) })
  }

  #watch(): void {
    const current = this.#window.sessions.current.get()
    const session = current.state === 'open' ? current.session : null
    if (session === this.#session) return
    this.#leave()
    this.recovered.get()?.stop()
    this.recovered.set(null)
    this.#session = session
    if (session === null) return
    this.#leave = session.subscribe(() => {
      this.#look(session)
    })
    if (session.recovery === null) return
    const recovered = new RecoveredStory(session, session.recovery, this.#window)
    recovered.isAnswered.subscribe(() => {
      if (this.recovered.get() === recovered) this.recovered.set(null)
    })
    this.recovered.set(recovered)
    void recovered.compare()
  }

  #look(session: StorySession): void {
    const { safety } = session.snapshot()
    if (safety.state === 'saved') this.#window.sessions.held.set(null)
    // A window that has lost touch and holds nothing of its own needs nobody's leave to open the story again.
    if (safety.state !== 'refused' || safety.isInTrash || safety.unsent > 0) return
    this.#leave()
    this.#leave = () => undefined
    void this.#window.sessions.reopen()
  }
}
