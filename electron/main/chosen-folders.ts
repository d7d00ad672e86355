import { isAbsolute, resolve } from 'node:path'
import { GalleyError } from '../../storage/model/errors.ts'

/**
 * The folders that Galley may publish to: those the editor picked in the system's dialog, and the standing ones of
 * the workspace. A page can ask for a folder; only an editor can open one.
 */
export class ChosenFolders {
  readonly #chosen = new Set<string>()
  readonly #standing: () => readonly (string | null)[]

  constructor(standing: () => readonly (string | null)[]) {
    this.#standing = standing
  }

  /** The editor picked this folder. */
  add(folder: string): void {
    this.#chosen.add(resolve(folder))
  }

  /** Throws `invalid_input` for a folder that nobody picked. */
  demand(folder: string): void {
    const standing = this.#standing().filter((each) => each !== null)
    if (isAbsolute(folder) && (this.#chosen.has(resolve(folder)) || standing.includes(folder))) return
    throw new GalleyError('invalid_input', 'Choose the folder with the system’s dialog first. Nothing was written.')
  }
}
