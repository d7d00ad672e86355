import type { Bridge } from '../../electron/ipc/contract/index.ts'
import type { MediaId } from '../../storage/model/ids.ts'
import type { Photo } from '../../storage/model/photo.ts'
import { State } from '../ui/store.ts'

/** The records of the photos that this window has needed, asked for once each. */
export class PhotoShelf {
  readonly photos = new State<ReadonlyMap<MediaId, Photo>>(new Map())
  readonly #bridge: Bridge
  readonly #asked = new Set<MediaId>()

  constructor(bridge: Bridge) {
    this.#bridge = bridge
  }

  /** Asks for the photos that are not on the shelf yet. A failed question is asked again next time. */
  async need(ids: readonly MediaId[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#asked.has(id))
    if (missing.length === 0) return
    for (const id of missing) this.#asked.add(id)
    const answer = await this.#bridge.media.get({ ids: missing })
    if (answer.ok) this.put(answer.value.photos)
    else for (const id of missing) this.#asked.delete(id)
  }

  /** Lays photos on the shelf that came with another answer. */
  put(photos: readonly Photo[]): void {
    if (photos.length === 0) return
    this.photos.update((before) => new Map([...before, ...photos.map((photo) => [photo.id, photo] as const)]))
  }
}

/** Where the window loads a picture from: the original, or the smallest kept size of at least `width` pixels. */
export function pictureAddress(id: MediaId, width?: number): string {
  return width === undefined ? `media://photo/${id}` : `media://photo/${id}?w=${width}`
}
