import { v4 } from 'uuid'
import { Transform } from 'prosemirror-transform'
import type { FileSystem } from '../../storage/files/file-system.ts'
import { nodeFileSystem } from '../../storage/files/node-file-system.ts'
import { openWorkspace } from '../../storage/library/open-workspace.ts'
import type { OpenStory, Workspace } from '../../storage/library/workspace.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import { schema } from '../../storage/model/schema/index.ts'
import { clientIdSchema, stepJsonSchema } from '../../storage/model/steps.ts'

const client = clientIdSchema.parse(v4())

/** Counts the bytes that are handed to the disk. */
interface Counted {
  written: number
}

/** A story that is open as the application has it open, and what it writes. */
export class SavedStory {
  readonly #workspace: Workspace
  readonly #story: OpenStory
  readonly #counted: Counted
  #keys = { bytes: 0, times: 0 }
  #snapshots = { bytes: 0, times: 0 }

  private constructor(workspace: Workspace, story: OpenStory, counted: Counted) {
    this.#workspace = workspace
    this.#story = story
    this.#counted = counted
  }

  static async open(root: string, id: StoryId): Promise<SavedStory> {
    const counted: Counted = { written: 0 }
    const workspace = await openWorkspace(root, {
      holder: 'a benchmark',
      fileSystem: countingFileSystem(counted),
      // Snapshots are measured by themselves.
      snapshotTimes: { quiet: 600_000, longest: 600_000 },
    })
    return new SavedStory(workspace, await workspace.openStory(id), counted)
  }

  /** Bytes that one key writes, on the average. */
  get bytesOfKey(): number {
    return this.#keys.bytes / this.#keys.times
  }
  get bytesOfSnapshot(): number {
    return this.#snapshots.bytes / this.#snapshots.times
  }

  /** Types letters in the middle, one after the other's acknowledgement, and returns the milliseconds of each. */
  async type(keys: number): Promise<number[]> {
    const samples: number[] = []
    for (let at = 0; at < keys; at += 1) samples.push(await this.#press())
    return samples
  }

  /** Snapshots after a key, so many times, and returns the milliseconds of each. */
  async snapshot(times: number): Promise<number[]> {
    const samples: number[] = []
    for (let at = 0; at < times; at += 1) {
      await this.#press()
      const before = this.#counted.written
      const from = performance.now()
      await this.#story.authority.flush()
      samples.push(performance.now() - from)
      this.#snapshots.bytes += this.#counted.written - before
      this.#snapshots.times += 1
    }
    return samples
  }

  async close(): Promise<void> {
    await this.#story.close()
    await this.#workspace.close()
  }

  async #press(): Promise<number> {
    const { authority } = this.#story
    const { document, version } = authority
    const middle = document.childCount >> 1
    let at = 1
    for (let index = 0; index < middle; index += 1) at += document.child(index).nodeSize
    const { steps } = new Transform(document).insert(at, schema.text('e'))
    const sent = steps.map((step) => stepJsonSchema.parse(step.toJSON()))
    const before = this.#counted.written
    const from = performance.now()
    const { outcome } = await authority.receive(version, sent, client)
    const took = performance.now() - from
    if (outcome !== 'accepted') throw new Error('A key was not taken.')
    this.#keys.bytes += this.#counted.written - before
    this.#keys.times += 1
    return took
  }
}

function countingFileSystem(counted: Counted): FileSystem {
  return {
    ...nodeFileSystem,
    open: async (path, flags) => {
      const file = await nodeFileSystem.open(path, flags)
      return {
        ...file,
        write: (bytes) => {
          counted.written += bytes.byteLength
          return file.write(bytes)
        },
      }
    },
  }
}
