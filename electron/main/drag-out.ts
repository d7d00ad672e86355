import type { WebContents } from 'electron'
import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { StoryId } from '../../storage/model/ids.ts'
import { isGalleyError } from '../../storage/model/errors.ts'
import type { PublishingDesk } from '../../storage/publish/desk.ts'
import { handOver } from '../../storage/publish/hand-over.ts'
import { dragIcon } from './drag-icon.ts'

/** What dragging out needs of the host around it. */
interface DragHost {
  readonly desk: PublishingDesk
  /** The system's folder for what need not last. */
  readonly temporary: string
  /** What a story says of itself to editors that is carried out and was not published as it stands. */
  readonly note: string
}

const prefix = 'galley-drag-'
/** Nobody copies for so long; in milliseconds. What a Galley left that was killed is removed after this time. */
const staleAfter = 24 * 60 * 60 * 1000

/**
 * Stories on their way out of the list. The system carries files, so they are written first, and stay until Galley ends:
 * no system says when whoever took them has read them.
 */
export class DragOut {
  readonly #host: DragHost
  readonly #underWay = new Map<WebContents, AbortController>()
  readonly #written = new Map<string, readonly StoryId[]>()
  readonly #folders: string[] = []

  constructor(host: DragHost) {
    this.#host = host
  }

  /** Throws as `handOver`; then nothing is carried and nothing was left. */
  async begin(ids: readonly StoryId[], page: WebContents): Promise<{ isCarried: boolean; drafts: string[] }> {
    this.letGo(page)
    const controller = new AbortController()
    this.#underWay.set(page, controller)
    if (this.#folders.length === 0) await this.#removeStale()
    await mkdir(this.#host.temporary, { recursive: true })
    const folder = await mkdtemp(join(this.#host.temporary, prefix))
    try {
      const now = new Date().toISOString()
      const { desk, note } = this.#host
      const handed = await handOver({ ids, folder, now, note, signal: controller.signal }, desk)
      const [first] = handed
      if (controller.signal.aborted || first === undefined || page.isDestroyed()) {
        await rm(folder, { recursive: true, force: true })
        return { isCarried: false, drafts: [] }
      }
      this.#folders.push(folder)
      for (const { path, ids: inside } of handed) this.#written.set(resolve(path), inside)
      page.startDrag({ file: first.path, files: handed.map(({ path }) => path), icon: dragIcon() })
      return { isCarried: true, drafts: handed.flatMap(({ draft }) => (draft === null ? [] : [draft])) }
    } catch (error) {
      await rm(folder, { recursive: true, force: true })
      if (isGalleyError(error, 'cancelled')) return { isCarried: false, drafts: [] }
      throw error
    } finally {
      if (this.#underWay.get(page) === controller) this.#underWay.delete(page)
    }
  }

  /** The pointer was let go: what is not written yet is not carried any more. */
  letGo(page: WebContents): void {
    this.#underWay.get(page)?.abort()
  }

  /** The stories of this workspace that a file holds which was dragged out of it, or null for any other file. */
  storiesIn(path: string): readonly StoryId[] | null {
    return this.#written.get(resolve(path)) ?? null
  }

  /** Removes what was written. */
  clear(): void {
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true })
  }

  async #removeStale(): Promise<void> {
    const { temporary } = this.#host
    const names = await readdir(temporary).catch((): string[] => [])
    for (const name of names.filter((each) => each.startsWith(prefix))) {
      const path = join(temporary, name)
      const facts = await stat(path).catch(() => null)
      if (facts !== null && Date.now() - facts.mtimeMs > staleAfter) {
        await rm(path, { recursive: true, force: true }).catch(() => undefined)
      }
    }
  }
}
