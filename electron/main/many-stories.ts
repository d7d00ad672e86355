import type { WebContents } from 'electron'
import { actOnMany } from '../../storage/library/act-on-many.ts'
import type { ActedOnMany } from '../../storage/library/act-on-many.ts'
import { GalleyError } from '../../storage/model/errors.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import { tell } from '../ipc/broadcast.ts'

/** How long it takes at least from one telling of how far an act has come to the next, in milliseconds. */
const pause = 100

/** Acts on many stories, one act at a time for every window. */
export class ManyStories {
  readonly #underWay = new Map<WebContents, AbortController>()

  /** Throws `invalid_input` while the window has another one under way. */
  async act(
    ids: readonly StoryId[],
    act: (id: StoryId) => Promise<boolean>,
    window: WebContents,
  ): Promise<ActedOnMany> {
    if (this.#underWay.has(window)) {
      throw new GalleyError(
        'invalid_input',
        'Other stories are being changed. Nothing more was changed; wait for them or stop that.',
      )
    }
    const controller = new AbortController()
    this.#underWay.set(window, controller)
    let told = performance.now()
    const onProgress = (done: number, total: number): void => {
      if (performance.now() - told < pause) return
      told = performance.now()
      tell([window], 'actingOnMany', { done, total })
    }
    try {
      return await actOnMany(ids, act, { signal: controller.signal, onProgress })
    } finally {
      this.#underWay.delete(window)
    }
  }

  /** Ends what the window has under way behind the story in hand. */
  stop(window: WebContents): void {
    this.#underWay.get(window)?.abort()
  }
}
