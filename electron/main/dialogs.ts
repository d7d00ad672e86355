import { BrowserWindow, dialog } from 'electron'
import type { FileFilter, OpenDialogOptions, WebContents } from 'electron'
import { unsavedDetail } from './unsaved.ts'
import type { Unsaved } from './unsaved.ts'
import type { Words } from './words.ts'

/** The system's dialogs, in the words of the host. */
export class Dialogs {
  readonly #words: Words

  constructor(words: Words) {
    this.#words = words
  }

  /** Absolute paths of the story files to import; empty when the dialog was closed. */
  chooseStories(page: WebContents): Promise<string[]> {
    return this.#choose(
      page,
      this.#words.chooseStories,
      ['openFile', 'multiSelections'],
      [
        { name: this.#words.storyFiles, extensions: ['txt', 'html', 'htm', 'xhtml', 'md', 'docx', 'json', 'zip'] },
        { name: this.#words.allFiles, extensions: ['*'] },
      ],
    )
  }

  /** Absolute paths of the images to add; empty when the dialog was closed. */
  choosePhotos(page: WebContents): Promise<string[]> {
    return this.#choose(
      page,
      this.#words.choosePhotos,
      ['openFile', 'multiSelections'],
      [{ name: this.#words.photoFiles, extensions: ['jpg', 'jpeg', 'png', 'webp', 'gif', 'avif', 'tif', 'tiff'] }],
    )
  }

  /** The folder to publish to, or null when the dialog was closed. */
  async chooseFolder(page: WebContents): Promise<string | null> {
    const [folder] = await this.#choose(page, this.#words.chooseFolder, ['openDirectory', 'createDirectory'], [])
    return folder ?? null
  }

  /** The folder to import, or null when the dialog was closed. */
  async chooseFolderToImport(page: WebContents): Promise<string | null> {
    const [folder] = await this.#choose(page, this.#words.chooseFolderToImport, ['openDirectory'], [])
    return folder ?? null
  }

  /** Where to save a report of an import, or null when the dialog was closed. */
  async chooseReport(page: WebContents): Promise<string | null> {
    const options = {
      title: this.#words.saveReport,
      defaultPath: `${this.#words.reportName}.txt`,
      filters: [
        { name: this.#words.textFiles, extensions: ['txt'] },
        { name: 'JSON', extensions: ['json'] },
      ],
    }
    const window = BrowserWindow.fromWebContents(page)
    const { canceled, filePath } = await (window === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(window, options))
    return canceled || filePath === '' ? null : filePath
  }

  /** True when the editor would rather lose the last changes of these stories than keep the window open. */
  async askToLose(window: BrowserWindow, unsaved: Unsaved): Promise<boolean> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: this.#words.unsavedTitle,
      detail: unsavedDetail(this.#words, unsaved),
      buttons: [this.#words.keepOpen, this.#words.closeAnyway],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    return response === 1
  }

  /** True when the editor wants the page again that died; false to quit. */
  async askToOpenAgain(window: BrowserWindow): Promise<boolean> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: this.#words.goneTitle,
      detail: this.#words.goneDetail,
      buttons: [this.#words.openAgain, this.#words.quitNow],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    })
    return response === 0
  }

  /** Says why Galley did not start. Resolves when it was read. */
  async sayStartFailed(sentence: string): Promise<void> {
    await dialog.showMessageBox({ type: 'error', message: this.#words.startFailed, detail: sentence })
  }

  async #choose(
    page: WebContents,
    title: string,
    properties: NonNullable<OpenDialogOptions['properties']>,
    filters: FileFilter[],
  ): Promise<string[]> {
    const options = { title, properties, filters }
    const window = BrowserWindow.fromWebContents(page)
    const { canceled, filePaths } = await (window === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(window, options))
    return canceled ? [] : filePaths
  }
}
