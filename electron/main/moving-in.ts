import { utilityProcess } from 'electron'
import type { z } from 'zod'
import { deadline } from '../../storage/library/deadline.ts'
import type { Workspace } from '../../storage/library/workspace.ts'
import { readDocument } from '../../storage/model/document.ts'
import { GalleyError, isGalleyError } from '../../storage/model/errors.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import { nothingSkipped } from '../../storage/moving-in/moved-file.ts'
import type { MovedFile, MovingEnd, MovingProgress } from '../../storage/moving-in/moved-file.ts'
import { bringUpToDate } from '../../storage/moving-in/moving-desk.ts'
import { WorkerClient } from '../workers/calls/client.ts'
import { movingInCalls } from '../workers/calls/moving-in.ts'
import type { Report } from './log.ts'

/** An import as it stands or ended. */
export interface Moved {
  readonly named: readonly string[]
  readonly progress: MovingProgress
  readonly files: readonly MovedFile[]
  /** Null while it is under way. */
  readonly end: MovingEnd | null
}

type NewerJson = NonNullable<z.output<(typeof movingInCalls)['listen']['response']>['newer']>

/** What moving in needs of the host around it. */
interface MovingInHost {
  readonly workspace: Workspace
  readonly report: Report
  /** Takes stories that came in into the index. */
  readonly index: (ids: readonly StoryId[]) => Promise<void>
  /** Hears how far along it is, and last how it ended. */
  readonly tell: (moved: Moved) => void
}

/** How long an import waits for the index, in milliseconds: lists show a story a little later then. */
const patience = 5000

/** Moves folders in by a process of its own, one import at a time. */
export class MovingIn {
  readonly #script: string
  readonly #host: MovingInHost
  #client: WorkerClient<typeof movingInCalls> | null = null
  #files: MovedFile[] = []
  #moved: Moved | null = null

  /** @param script the bundled worker */
  constructor(script: string, host: MovingInHost) {
    this.#script = script
    this.#host = host
  }

  /** The import that is under way, or else the last one since Galley was started. */
  get moved(): Moved | null {
    return this.#moved
  }

  get isUnderWay(): boolean {
    return this.#client !== null
  }

  /** Throws `invalid_input` while another import is under way. */
  begin(named: readonly string[]): void {
    if (this.isUnderWay) {
      throw new GalleyError(
        'invalid_input',
        'Another folder is being imported. Wait for it or stop it, then import this.',
      )
    }
    const client = new WorkerClient(movingInCalls, () =>
      utilityProcess.fork(this.#script, [this.#host.workspace.root], {
        serviceName: 'Galley moving in',
        stdio: 'inherit',
      }),
    )
    this.#client = client
    this.#files = []
    this.#moved = { named, progress: { done: 0, total: 0, name: '' }, files: this.#files, end: null }
    this.#host.tell(this.#moved)
    void this.#follow(client, named)
  }

  /** Ends it behind the file in hand. */
  async cancel(): Promise<void> {
    await this.#client?.ask('stop', null)
  }

  /** Ends the process. What it had in hand came in whole or not at all. */
  stop(): void {
    this.#client?.stop()
  }

  async #follow(client: WorkerClient<typeof movingInCalls>, named: readonly string[]): Promise<void> {
    let progress: MovingProgress = { done: 0, total: 0, name: '' }
    let end: MovingEnd | null = null
    try {
      await client.ask('begin', { named: [...named] })
      while (end === null) {
        const heard = await client.ask('listen', null)
        ;({ progress, end } = heard)
        this.#files.push(...heard.moved)
        const cameIn = heard.moved.flatMap((file) => (file.outcome === 'imported' ? [file.id] : []))
        if (cameIn.length > 0) await deadline(this.#index(cameIn), patience)
        this.#moved = { named, progress, files: this.#files, end }
        if (heard.newer !== null) await client.ask('answer', await this.#bringUpToDate(heard.newer))
        if (end === null) this.#host.tell(this.#moved)
      }
    } catch (error) {
      this.#host.report('moving in', error)
      const message = 'The process that imports has stopped. What came in stays; import again to go on.'
      const left = Math.max(0, progress.total - this.#files.length)
      end = { skipped: nothingSkipped, left, failure: { code: 'internal', message } }
    }
    client.stop()
    this.#client = null
    this.#moved = { named, progress, files: this.#files, end }
    this.#host.tell(this.#moved)
  }

  /** What the index does not take in now it finds by itself. */
  async #index(ids: readonly StoryId[]): Promise<void> {
    try {
      await this.#host.index(ids)
    } catch (error) {
      this.#host.report('index what came in', error)
    }
  }

  async #bringUpToDate({ document, ...newer }: NewerJson) {
    try {
      const isDone = await bringUpToDate(this.#host.workspace, { ...newer, document: readDocument(document) })
      return { outcome: isDone ? ('done' as const) : ('touched' as const) }
    } catch (error) {
      this.#host.report('bring up to date', error)
      const known = isGalleyError(error)
        ? error
        : new GalleyError('internal', 'The newer text could not be put in place.')
      return { outcome: 'failed' as const, code: known.code, message: known.message }
    }
  }
}
