import { Queue } from '../files/queue.ts'
import type { HeldStory } from '../journal/hold-story.ts'
import type { StoryId } from '../model/ids.ts'
import type { OpenStory } from './workspace.ts'

interface Slot {
  /** Opening and closing one story never overlap. */
  readonly queue: Queue
  story: HeldStory | null
  holders: number
}

/** The stories that somebody has open: one authority each, however many opened it. */
export class OpenStories {
  readonly #load: (id: StoryId) => Promise<HeldStory>
  readonly #slots = new Map<StoryId, Slot>()

  constructor(load: (id: StoryId) => Promise<HeldStory>) {
    this.#load = load
  }

  open(id: StoryId): Promise<OpenStory> {
    const slot = this.#slotOf(id)
    return slot.queue.run(async () => {
      const story = (slot.story ??= await this.#load(id))
      slot.holders += 1
      let left = false
      const close = async (): Promise<void> => {
        if (left) return
        left = true
        // It was closed for everybody meanwhile, and may be open again for others.
        if (slot.story !== story) return
        slot.holders -= 1
        if (slot.holders === 0) await letGo(slot)
      }
      return { authority: story, recovery: null, close: () => slot.queue.run(close) }
    })
  }

  /** The story if it is open. */
  get(id: StoryId): HeldStory | null {
    return this.#slots.get(id)?.story ?? null
  }

  /** Runs `task` while the story is neither being opened nor being closed. */
  settled<T>(id: StoryId, task: () => Promise<T>): Promise<T> {
    const slot = this.#slots.get(id)
    return slot === undefined ? task() : slot.queue.run(task)
  }

  /**
   * Closes a story whoever holds it, snapshot first, and runs `task` before anybody can open it again. Rejects without
   * running it when the snapshot failed.
   */
  closed<T>(id: StoryId, task: () => Promise<T>): Promise<T> {
    const slot = this.#slotOf(id)
    return slot.queue.run(async () => {
      await letGo(slot)
      return task()
    })
  }

  /** Closes every story, whoever holds it. Rejects with the first failure, after all were closed. */
  async closeAll(): Promise<void> {
    const closing = [...this.#slots.values()].map((slot) => slot.queue.run(() => letGo(slot)))
    const failed = (await Promise.allSettled(closing)).find((result) => result.status === 'rejected')
    if (failed !== undefined) throw failed.reason
  }

  #slotOf(id: StoryId): Slot {
    const known = this.#slots.get(id)
    if (known !== undefined) return known
    const slot = { queue: new Queue(), story: null, holders: 0 }
    this.#slots.set(id, slot)
    return slot
  }
}

async function letGo(slot: Slot): Promise<void> {
  const { story } = slot
  slot.story = null
  slot.holders = 0
  await story?.close()
}
