import { utilityProcess } from 'electron'
import type { EmbeddedDescription, Rendition } from '../../storage/media/rendition.ts'
import { GalleyError } from '../../storage/model/errors.ts'
import type { MediaId } from '../../storage/model/ids.ts'
import type { Photo } from '../../storage/model/photo.ts'
import { WorkerClient } from '../workers/calls/client.ts'
import { mediaCalls } from '../workers/calls/media.ts'

/** The photos of the workspace, kept and decoded by a process of their own. */
export class Media {
  readonly #client: WorkerClient<typeof mediaCalls>

  /** @param script the bundled worker @param root the workspace folder */
  constructor(script: string, root: string) {
    this.#client = new WorkerClient(mediaCalls, () =>
      utilityProcess.fork(script, [root], { serviceName: 'Galley media', stdio: 'inherit' }),
    )
  }

  /** Throws `unsupported_format`, `not_an_image`, `too_large`, `disk_full`, `disk_refused`; then nothing was stored. */
  add(name: string, bytes: Uint8Array): Promise<Photo> {
    return this.#client.ask('add', { name, bytes })
  }

  /** The record, or null when the store has no such photo. */
  find(id: MediaId): Promise<Photo | null> {
    return this.#client.ask('find', { id })
  }

  /** The bytes as they came, and their media type. Throws `not_found`. */
  original(id: MediaId): Promise<{ type: string; data: Uint8Array }> {
    return this.#client.ask('original', { id })
  }

  /** The photo in every size; with a null description the asset's own is embedded. Throws `not_found`, `not_an_image`. */
  renditions(id: MediaId, description: EmbeddedDescription | null): Promise<readonly Rendition[]> {
    return this.#client.ask('renditions', { id, description })
  }

  /** The smallest size that is at least `width` wide, or the widest there is. Throws as `renditions`. */
  async atLeast(id: MediaId, width: number): Promise<Rendition> {
    const sizes = (await this.renditions(id, null)).toSorted((one, other) => one.width - other.width)
    const fitting = sizes.find((size) => size.width >= width) ?? sizes.at(-1)
    if (fitting === undefined) throw new GalleyError('not_found', 'This photo has no size to show. Add it again.')
    return fitting
  }

  /** Ends the process. */
  stop(): void {
    this.#client.stop()
  }
}
