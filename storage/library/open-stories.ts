import { Queue } from '../files/queue.ts'
import type { HeldStory } from '../journal/hold-story.ts'
import type { StoryId } from '../model/ids.ts'
import type { OpenedStory } from './open-story-files.ts'
import type { OpenStory, Recovery } from './workspace.ts'

interface Slot {
  /** Opening and closing one story never overlap. */
  readonly queue: Queue
  opened: OpenedStory | null
  /** An editor has looked at what was recovered. */
  looked: boolean
  holders: number
}

/** The stories that somebody has open: one authority each, however many opened it. */
export class OpenStories {
  readonly #load: (id: StoryId) => Promise<OpenedStory>
  readonly #slots = new Map<StoryId, Slot>()

  constructor(load: (id: StoryId) => Promise<OpenedStory>) {
    this.#load = load
  }

  open(id: StoryId): Promise<OpenStory> {
    const slot = this.#slotOf(id)
    return slot.queue.run(async () => {
      const opened = slot.opened ?? (await this.#load(id))
      if (slot.opened === null) {
        slot.opened = opened
        slot.looked = false
      }
      slot.holders += 1
      let left = false
      const close = async (): Promise<void> => {
        if (left) return
        left = true
        // It was closed for everybody meanwhile, and may be open again for others.
        if (slot.opened !== opened) return
        slot.holders -= 1
        if (slot.holders === 0) await letGo(slot)
      }
      return {
        authority: opened.story,
        get recovery() {
          return slot.opened === opened ? recoveryOf(slot) : null
        },
        close: () => slot.queue.run(close),
      }
    })
  }

  /** The story if it is open. */
  get(id: StoryId): HeldStory | null {
    return this.#slots.get(id)?.opened?.story ?? null
  }

  /** The stories that are open, each with what changes with every change of it. */
  standing(): { readonly id: StoryId; readonly identity: string }[] {
    return [...this.#slots].flatMap(([id, { opened }]) =>
      opened === null ? [] : [{ id, identity: `open ${opened.story.record.updated} ${opened.story.version}` }],
    )
  }

  /** Every open story looks whether another program changed its file. */
  async look(): Promise<void> {
    await Promise.all([...this.#slots.values()].flatMap(({ opened }) => opened?.look() ?? []))
  }

  /** An editor has looked at what was recovered. */
  looked(id: StoryId): void {
    const slot = this.#slots.get(id)
    if (slot !== undefined) slot.looked = true
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
    const slot = { queue: new Queue(), opened: null, looked: false, holders: 0 }
    this.#slots.set(id, slot)
    return slot
  }
}

function recoveryOf({ opened, looked }: Slot): Recovery | null {
  return looked ? null : (opened?.recovery ?? null)
}

async function letGo(slot: Slot): Promise<void> {
  const { opened } = slot
  slot.opened = null
  slot.holders = 0
  await opened?.close()
}
