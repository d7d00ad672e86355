import { utilityProcess } from 'electron'
import type {
  IdStretch,
  IndexAnswer,
  IndexQuery,
  ListQuery,
  Place,
  PlaceWanted,
  Stretch,
} from '../../storage/index/list-query.ts'
import type { ArchiveIndex, OpenState } from '../../storage/index/story-index.ts'
import type { Progress } from '../../storage/index/reconciliation.ts'
import type { Instant } from '../../storage/model/instant.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import type { StoryCount } from '../../storage/model/listing.ts'
import type { Limits } from '../../storage/model/settings.ts'
import { archiveCalls } from '../workers/calls/archive.ts'
import { WorkerClient } from '../workers/calls/client.ts'

/** The index of the workspace, kept by a process of its own. */
export class Archive implements ArchiveIndex {
  readonly #client: WorkerClient<typeof archiveCalls>
  readonly #limits: () => Limits

  /** @param script the bundled worker @param root the workspace folder @param limits the house limits as they stand */
  constructor(script: string, root: string, limits: () => Limits) {
    this.#limits = limits
    this.#client = new WorkerClient(archiveCalls, () =>
      utilityProcess.fork(script, [root], { serviceName: 'Galley archive', stdio: 'inherit' }),
    )
  }

  list(query: IndexQuery): Promise<IndexAnswer> {
    return this.#client.ask('list', query)
  }

  ids(stretch: ListQuery & Stretch): Promise<IdStretch> {
    return this.#client.ask('ids', stretch)
  }

  place(query: ListQuery, wanted: PlaceWanted): Promise<Place> {
    return this.#client.ask('place', { query, wanted })
  }

  counts(query: ListQuery, recent: Instant): Promise<readonly StoryCount[]> {
    return this.#client.ask('counts', { query, recent })
  }

  async put(states: readonly OpenState[]): Promise<void> {
    await this.#client.ask('put', { states: [...states] })
  }

  async refresh(ids: readonly StoryId[]): Promise<void> {
    await this.#client.ask('refresh', { ids: [...ids], limits: this.#limits() })
  }

  reconcile(budget: number): Promise<Progress> {
    return this.#client.ask('reconcile', { budget, limits: this.#limits() })
  }

  /** Never rejects: what could not be closed in order is brought in step the next time. */
  async close(): Promise<void> {
    await this.#client.ask('close', null).catch(() => undefined)
    this.#client.stop()
  }
}
