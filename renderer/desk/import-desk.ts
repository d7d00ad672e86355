import type { Answer, Bridge } from '../../electron/ipc/contract/index.ts'
import type { HandedFile, ImportResult } from '../../electron/ipc/contract/importing.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import { t } from '../i18n/translate.ts'
import { State } from '../ui/store.ts'
import type { ToastQueue } from '../ui/toast-queue.ts'

/** What importing needs of the window around it. */
export interface ImportWindow {
  readonly open: (id: StoryId) => Promise<void>
  /** Takes folders, bundles, and more files than are handed over one by one. Returns a story that is here and to be opened. */
  readonly moveIn: (files: readonly File[]) => Promise<StoryId | null>
  readonly toasts: ToastQueue
  readonly problem: State<string | null>
  readonly showResult: () => void
}

/** How many files are handed over one by one. */
const mostHanded = 200

/** What files hold, or null when one of them is a folder: a page can read none. */
async function contentsOf(files: readonly File[]): Promise<HandedFile[] | null> {
  try {
    return await Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    )
  } catch {
    return null
  }
}

/** Brings stories in, by whichever way, and says what became of them. */
export class ImportDesk {
  /** What came in last. */
  readonly result = new State<ImportResult | null>(null)
  readonly #bridge: Bridge
  readonly #window: ImportWindow

  constructor(bridge: Bridge, window: ImportWindow) {
    this.#bridge = bridge
    this.#window = window
  }

  /** Asks for files with the system's dialog. */
  async choose(): Promise<void> {
    await this.#take(await this.#bridge.importing.choose(null))
  }

  /** Takes files that were dropped or pasted. */
  async files(files: readonly File[]): Promise<void> {
    if (files.length === 0) return
    const isMany = files.length > mostHanded || files.some(({ name }) => /\.zip$/iu.test(name))
    const handed = isMany ? null : await contentsOf(files)
    if (handed !== null) {
      await this.#handOver(handed)
      return
    }
    const own = await this.#window.moveIn(files)
    if (own !== null) await this.#window.open(own)
  }

  async #handOver(handed: HandedFile[]): Promise<void> {
    await this.#take(await this.#bridge.importing.files({ files: handed }))
  }

  /** Takes what was copied elsewhere. */
  async clipboard(data: DataTransfer): Promise<void> {
    const files = [...data.files]
    if (files.length > 0) {
      await this.files(files)
      return
    }
    const text = data.getData('text/plain')
    const html = data.getData('text/html')
    if (text.trim() === '' && html.trim() === '') {
      this.#window.toasts.show(t('import.nothingPasted'))
      return
    }
    await this.#take(await this.#bridge.importing.clipboard({ text, html: html === '' ? null : html }))
  }

  async #take(answer: Answer<ImportResult>): Promise<void> {
    if (!answer.ok) {
      this.#window.problem.set(answer.error.message)
      return
    }
    const { imported, refused } = answer.value
    if (imported.length + refused.length === 0) return
    this.result.set(answer.value)
    const [first] = imported
    if (first !== undefined) await this.#window.open(first.id)
    const notes = imported.reduce((sum, story) => sum + story.warnings.length, 0)
    const show = { words: t('import.show'), run: this.#window.showResult }
    if (first === undefined) this.#window.showResult()
    else if (refused.length > 0) {
      this.#window.toasts.show(t('import.some', { count: imported.length, refused: refused.length }), show)
    } else if (imported.length > 1) this.#window.toasts.show(t('import.many', { count: imported.length }), show)
    else if (notes > 0) this.#window.toasts.show(t('import.oneWithNotes', { slug: first.slug, count: notes }), show)
    else this.#window.toasts.show(t('import.one', { slug: first.slug }))
  }
}
