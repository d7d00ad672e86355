import type { Bridge } from '../../electron/ipc/contract/index.ts'
import type { Recovery } from '../../electron/ipc/contract/recovery.ts'
import { compareStories } from '../../storage/language/compare-stories.ts'
import type { StoryComparison } from '../../storage/language/compare-stories.ts'
import { readDocument } from '../../storage/model/document.ts'
import { messageOfError } from '../app/messages.ts'
import { valueOf } from '../editor/answers.ts'
import type { StorySession } from '../editor/session.ts'
import { t } from '../i18n/translate.ts'
import { State } from '../ui/store.ts'
import type { ToastQueue } from '../ui/toast-queue.ts'

/** What a recovered story needs of the window around it. */
interface RecoveredStoryDesk {
  readonly bridge: Pick<Bridge, 'recovery' | 'versions'>
  readonly toasts: ToastQueue
  readonly problem: State<string | null>
}

/** An open story of which something was recovered, until the editor keeps it, goes back, or simply writes on. */
export class RecoveredStory {
  readonly session: StorySession
  readonly recovery: Recovery
  /** The last saved file against what was recovered; null until it is worked out, or when the file cannot be read. */
  readonly comparison = new State<StoryComparison | null>(null)
  readonly isComparing = new State(false)
  /** True once there is nothing left to ask. */
  readonly isAnswered = new State(false)
  readonly #desk: RecoveredStoryDesk
  readonly #leave: () => void
  #isGoingBack = false

  constructor(session: StorySession, recovery: Recovery, desk: RecoveredStoryDesk) {
    this.session = session
    this.recovery = recovery
    this.#desk = desk
    const { document } = session.snapshot()
    this.#leave = session.subscribe(() => {
      if (session.snapshot().document !== document && !this.#isGoingBack) this.keep()
    })
  }

  /** Works out what came back. */
  async compare(): Promise<void> {
    const { document, record } = this.session.snapshot()
    const answer = await this.#desk.bridge.recovery.read({ id: this.session.id })
    if (!answer.ok) return
    const saved = { record: answer.value.record, document: readDocument(answer.value.document) }
    this.comparison.set(compareStories(saved, { record, document }))
  }

  /** What was recovered stays. */
  keep(): void {
    if (this.isAnswered.get()) return
    this.#answer()
    // When main cannot note it, it asks once more the next time the story is opened; nothing else hangs on it.
    void this.#desk.bridge.recovery.keep({ id: this.session.id }).catch(() => undefined)
  }

  /** Puts the last saved text back. What was recovered stays as a version, and a toast offers to take it back. */
  async goBack(): Promise<void> {
    if (this.isAnswered.get() || this.#isGoingBack) return
    this.#isGoingBack = true
    const { bridge, toasts, problem } = this.#desk
    try {
      await this.session.flush()
      const { kept } = valueOf(await bridge.recovery.goBack({ id: this.session.id }))
      this.#answer()
      if (kept === null) toasts.show(t('recovered.wentBackSame'))
      else {
        toasts.show(t('recovered.wentBack', { number: kept.number }), {
          words: t('toast.undo'),
          run: () => void this.#takeBack(kept.number),
        })
      }
    } catch (error) {
      problem.set(t('recovered.notGoneBack', { message: messageOfError(error) }))
    } finally {
      this.#isGoingBack = false
    }
  }

  /** The story is left without an answer: it is asked again the next time. */
  stop(): void {
    this.#leave()
  }

  async #takeBack(number: number): Promise<void> {
    const answer = await this.#desk.bridge.versions.restore({ id: this.session.id, number })
    if (!answer.ok) this.#desk.problem.set(answer.error.message)
  }

  #answer(): void {
    this.#leave()
    this.isComparing.set(false)
    this.isAnswered.set(true)
  }
}
