import { setImmediate as whenIdle } from 'node:timers/promises'
import type { FileSystem } from '../../files/file-system.ts'
import { Queue } from '../../files/queue.ts'
import type { Commit, CommitWatcher } from '../../journal/hold-story.ts'
import { GalleyError } from '../../model/errors.ts'
import type { StoryId } from '../../model/ids.ts'
import type { Instant } from '../../model/instant.ts'
import type { Story } from '../../model/story.ts'
import { versionNameSchema } from '../../model/version.ts'
import type { StoryVersion } from '../../model/version.ts'
import { storyPlaces } from '../places.ts'
import { dueVersion } from './due-version.ts'
import { contentSum } from './version-file.ts'
import { VersionFiles } from './version-files.ts'
import type { NewVersion } from './version-files.ts'

interface Parts {
  readonly fs: FileSystem
  readonly root: string
  readonly now: () => Date
  /** Who signs. */
  readonly editor: () => string
  /** Hears of a version file that was passed over because it cannot be read. */
  readonly onDamage: (id: StoryId, error: unknown) => void
  /** Hears of every version that was kept or named. */
  readonly onVersion: (id: StoryId, version: StoryVersion) => void
}

interface Slot {
  readonly id: StoryId
  readonly files: VersionFiles
  /** Versions of one story are read and kept one after the other. */
  readonly queue: Queue
  /** Automatic versions that are due and not on disk yet. */
  readonly waiting: NewVersion[]
  /** When the first change after the last version was made, as far as this process saw it. */
  workSince: Instant | null
}

/** The saved versions of every story of a workspace. */
export class StoryVersions {
  readonly #parts: Parts
  readonly #slots = new Map<StoryId, Slot>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /**
   * Keeps the automatic versions of an open story, behind the acknowledgement of each change. One that could not be
   * written is tried again with the next one and on closing; the story is not held up.
   */
  watch(id: StoryId): CommitWatcher {
    const slot = this.#slotOf(id)
    return {
      committed: (commit) => {
        this.#committed(slot, commit)
      },
      settled: () => this.#keepWaiting(slot),
    }
  }

  /** Newest first. Versions that cannot be told of are left out, and said. */
  list(id: StoryId): Promise<StoryVersion[]> {
    const { queue, files } = this.#slotOf(id)
    return queue.run(async () => (await files.list()).reverse())
  }

  /** Throws `not_found`, `story_damaged`, `newer_format`. */
  read(id: StoryId, number: number): Promise<Story> {
    const { queue, files } = this.#slotOf(id)
    return queue.run(async () => (await files.read(number)).story)
  }

  /** Names what stands now: a new version, or the newest one when it holds just this. Throws `invalid_input` and as `add`. */
  name(story: Story, given: string): Promise<StoryVersion> {
    const name = versionNameSchema.safeParse(given)
    if (!name.success) {
      return Promise.reject(
        new GalleyError('invalid_input', 'A version needs a name of 1 to 200 characters. Nothing was kept.'),
      )
    }
    const slot = this.#slotOf(story.record.id)
    return slot.queue.run(async () => {
      const newest = (await slot.files.list()).at(-1)
      if (newest?.sha256 === contentSum(story)) {
        return this.#told(slot, await slot.files.rename(newest.number, name.data))
      }
      slot.workSince = null
      return this.#told(slot, await slot.files.add(this.#signed(story, 'named', name.data)))
    })
  }

  /** The version that holds the story as it stands: the newest one, or one that is kept now. Throws `disk_full`, `disk_refused`. */
  standing(story: Story): Promise<StoryVersion> {
    const { queue, files } = this.#slotOf(story.record.id)
    return queue.run(async () => {
      const newest = (await files.list()).at(-1)
      return newest?.sha256 === contentSum(story) ? newest : files.add(this.#signed(story, 'interval', ''))
    })
  }

  /** Keeps what stands before a restore. Throws `disk_full`, `disk_refused`. */
  beforeRestore(story: Story): Promise<StoryVersion> {
    const slot = this.#slotOf(story.record.id)
    return slot.queue.run(async () => this.#told(slot, await slot.files.add(this.#signed(story, 'restore', ''))))
  }

  /**
   * Keeps what another program made of a story's file, or what stands here beside it. The version that holds it already,
   * however old it is, is returned as it is. Throws `disk_full`, `disk_refused`.
   */
  keepOtherChange(story: Story, by: 'us' | 'others'): Promise<StoryVersion> {
    const slot = this.#slotOf(story.record.id)
    return slot.queue.run(async () => {
      const sum = contentSum(story)
      const known = (await slot.files.list()).findLast(({ sha256 }) => sha256 === sum)
      if (known !== undefined) return known
      const signed = this.#signed(story, 'other_change', '')
      return this.#told(slot, await slot.files.add(by === 'us' ? signed : { ...signed, by: '' }))
    })
  }

  /** Resolves when everything that was asked for is written or refused. Never rejects. */
  async idle(): Promise<void> {
    await Promise.all([...this.#slots.values()].map(({ queue }) => queue.idle()))
  }

  #committed(slot: Slot, commit: Commit): void {
    const since = (slot.workSince ??= commit.before.record.updated)
    const due = dueVersion(commit, since)
    if (due === null) return
    slot.workSince = commit.entry.at
    slot.waiting.push({ ...due, by: this.#parts.editor(), name: '' })
    void this.#keepWaiting(slot)
  }

  #signed(story: Story, kind: NewVersion['kind'], name: string): NewVersion {
    return { story, kind, name, at: this.#parts.now().toISOString(), by: this.#parts.editor() }
  }

  #told({ id }: Slot, version: StoryVersion): StoryVersion {
    this.#parts.onVersion(id, version)
    return version
  }

  #keepWaiting(slot: Slot): Promise<void> {
    const { queue, files, waiting } = slot
    return queue.run(async () => {
      try {
        for (let due = waiting[0]; due !== undefined; due = waiting[0]) {
          await whenIdle()
          const sum = contentSum(due.story)
          // What a version holds already, however old it is, need not be kept twice.
          if (!(await files.list()).some(({ sha256 }) => sha256 === sum)) this.#told(slot, await files.add(due))
          waiting.shift()
        }
      } catch (error) {
        process.emitWarning(error instanceof Error ? error : String(error))
      }
    })
  }

  #slotOf(id: StoryId): Slot {
    const known = this.#slots.get(id)
    if (known !== undefined) return known
    const files = new VersionFiles(this.#parts.fs, storyPlaces(this.#parts.root, id).versions, (error) => {
      this.#parts.onDamage(id, error)
    })
    const slot = { id, files, queue: new Queue(), waiting: [], workSince: null }
    this.#slots.set(id, slot)
    return slot
  }
}
