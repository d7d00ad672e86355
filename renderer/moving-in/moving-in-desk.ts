import type { Answer, Bridge } from '../../electron/ipc/contract/index.ts'
import type { MovedIn, MovingIn } from '../../electron/ipc/contract/importing.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import { t } from '../i18n/translate.ts'
import { State } from '../ui/store.ts'
import type { ToastQueue } from '../ui/toast-queue.ts'

/** What moving in needs of the window around it. */
interface MovingInWindow {
  readonly toasts: ToastQueue
  readonly problem: State<string | null>
  /** Lists the stories again: of many, main does not tell one by one. */
  readonly listAgain: () => void
  readonly showReport: () => void
}

/** How often the list is brought up to date while a folder comes in, in milliseconds. */
const listPause = 2000

/** Brings whole folders in, while the editor works on. */
export class MovingInDesk {
  /** What is under way, or null. */
  readonly underWay = new State<MovingIn | null>(null)
  /** What came of the last one, or null. */
  readonly report = new State<MovedIn | null>(null)
  /** Whether that report was saved. */
  readonly isSaved = new State(false)
  readonly #bridge: Bridge
  readonly #window: MovingInWindow
  #listedAt = 0

  constructor(bridge: Bridge, window: MovingInWindow) {
    this.#bridge = bridge
    this.#window = window
    bridge.on('movingIn', (state) => void this.#hear(state))
  }

  /** Asks for a folder with the system's dialog. */
  async choose(): Promise<void> {
    this.#said(await this.#bridge.importing.moveIn(null))
  }

  /**
   * Takes what was dropped: folders, bundles, or more files than are handed over one by one. Returns the story to open when
   * it was dragged out of this very list, else null.
   */
  async drop(files: readonly File[]): Promise<StoryId | null> {
    const answer = await this.#bridge.importing.moveInDropped({ files: files.slice(0, 1000) })
    this.#said(answer)
    return answer.ok ? answer.value.open : null
  }

  async stop(): Promise<void> {
    this.#said(await this.#bridge.importing.stopMovingIn(null))
  }

  /** Asks where to save the report. */
  async save(): Promise<void> {
    const answer = await this.#bridge.importing.saveMovedIn(null)
    this.#said(answer)
    if (answer.ok && answer.value.isSaved) this.isSaved.set(true)
  }

  async showFile(place: number): Promise<void> {
    this.#said(await this.#bridge.importing.showRefused({ place }))
  }

  async #hear(state: MovingIn): Promise<void> {
    const now = performance.now()
    if (state.isUnderWay) {
      this.underWay.set(state)
      if (state.imported > 0 && now - this.#listedAt > listPause) {
        this.#listedAt = now
        this.#window.listAgain()
      }
      return
    }
    this.underWay.set(null)
    if (state.imported > 0) this.#window.listAgain()
    const answer = await this.#bridge.importing.movedIn(null)
    this.#said(answer)
    if (!answer.ok || answer.value === null) return
    this.report.set(answer.value)
    this.isSaved.set(false)
    const { imported, refused, left, failure } = answer.value
    const show = { words: t('movingIn.showReport'), run: this.#window.showReport }
    if (failure !== null) this.#window.showReport()
    else if (left > 0) this.#window.toasts.show(t('movingIn.isStopped', { imported, left }), show)
    else this.#window.toasts.show(t('movingIn.isDone', { imported, refused }), show)
  }

  #said(answer: Answer<unknown>): void {
    if (!answer.ok) this.#window.problem.set(answer.error.message)
  }
}
