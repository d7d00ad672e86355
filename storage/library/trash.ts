import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { removeTemporaries, writeAtomically, isTemporary } from '../files/atomic-write.ts'
import { isMissing, writeError } from '../files/disk-error.ts'
import type { FileSystem } from '../files/file-system.ts'
import { ensureFolder, namesIn } from '../files/folders.ts'
import { Queue } from '../files/queue.ts'
import { decodeText, readIfThere } from '../files/read.ts'
import { removeTree } from '../files/remove-tree.ts'
import { GalleyError } from '../model/errors.ts'
import { storyIdSchema } from '../model/ids.ts'
import type { StoryId } from '../model/ids.ts'
import { instantSchema } from '../model/instant.ts'
import { headlineOf } from '../model/summary.ts'
import { storyPlaces, trashPlaces } from './places.ts'
import { readStoryAt } from './story-files.ts'
import type { TrashedStory } from './workspace.ts'

const noteName = 'trashed.json'
/** Says that the days of the settings are not those that held when these stories were trashed. */
const doubtName = 'days-in-doubt'
const noteSchema = z.strictObject({ at: instantSchema, by: z.string().max(200) })
type Note = z.infer<typeof noteSchema>

interface TrashParts {
  readonly fs: FileSystem
  readonly root: string
  readonly now: () => Date
}

const day = 24 * 60 * 60 * 1000

/** The trash of a workspace. Stories that are put in or taken back must not be open. */
export class Trash {
  readonly #parts: TrashParts
  readonly #folder: string
  readonly #queue = new Queue()

  constructor(parts: TrashParts) {
    this.#parts = parts
    this.#folder = join(parts.root, 'trash')
  }

  /** Moves a story's folder into the trash, with a note of when and by whom. See `Workspace.trash`. */
  put(id: StoryId, by: string): Promise<void> {
    const { fs, root, now } = this.#parts
    return this.#queue.run(async () => {
      const { folder } = storyPlaces(root, id)
      const note: Note = { at: now().toISOString(), by }
      try {
        await mustBeThere(fs, folder, 'This story is not in the workspace.')
        // Written before the move, so that the one rename moves both. Left behind by a crash it says nothing.
        await writeAtomically(fs, join(folder, noteName), Buffer.from(`${JSON.stringify(note)}\n`), {
          what: 'The story',
        })
        await ensureFolder(fs, this.#folder, root)
        await move(fs, folder, trashPlaces(root, id).folder)
      } catch (error) {
        throw writeError(error, 'The trash')
      }
    })
  }

  /** Moves a story's folder back to where it was. See `Workspace.restoreFromTrash`. */
  takeBack(id: StoryId): Promise<void> {
    const { fs, root } = this.#parts
    return this.#queue.run(async () => {
      const { folder } = trashPlaces(root, id)
      const back = storyPlaces(root, id).folder
      try {
        await mustBeThere(fs, folder, 'This story is not in the trash.')
        await ensureFolder(fs, dirname(back), root)
        await move(fs, folder, back)
      } catch (error) {
        throw writeError(error, 'The story')
      }
      await fs.unlink(join(back, noteName)).catch(() => undefined)
    })
  }

  /** True when a story is in the trash and gone from its place: another program may have put it there. */
  async holds(id: StoryId): Promise<boolean> {
    const { fs, root } = this.#parts
    return (await exists(fs, trashPlaces(root, id).folder)) && !(await exists(fs, storyPlaces(root, id).folder))
  }

  /** What is in the trash, last trashed first. */
  async list(): Promise<TrashedStory[]> {
    const { fs, root } = this.#parts
    const stories: TrashedStory[] = []
    for (const id of await trashIds(fs, root)) {
      const story = await readStoryAt(fs, trashPlaces(root, id), id).catch(() => null)
      const slug = story?.record.slug ?? ''
      const headline = story === null ? '' : headlineOf(story.document)
      stories.push({ id, slug, headline, ...(await this.#noteOf(id)) })
    }
    return stories.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  }

  /** Removes for good what was trashed more than so many days ago, and what an earlier removal left half-done. */
  empty(olderThanDays: number): Promise<StoryId[]> {
    return this.#queue.run(async () => {
      try {
        return await this.#empty(olderThanDays)
      } catch (error) {
        throw writeError(error, 'The trash')
      }
    })
  }

  /** True when nothing may be removed by the days of the settings: an older copy of them is used. */
  async isInDoubt(): Promise<boolean> {
    return exists(this.#parts.fs, join(this.#folder, doubtName))
  }

  /** Removes nothing by the days of the settings from now on, until `settle`. An empty trash has nothing to lose. */
  async doubt(): Promise<void> {
    const { fs, root } = this.#parts
    if ((await trashIds(fs, root)).length === 0) return
    const words = Buffer.from('The settings were damaged. Nothing here is removed until the days are set again.\n')
    await writeAtomically(fs, join(this.#folder, doubtName), words, { what: 'The trash' })
  }

  /** An editor has set the days. */
  async settle(): Promise<void> {
    await this.#parts.fs.unlink(join(this.#folder, doubtName)).catch(() => undefined)
  }

  async #empty(olderThanDays: number): Promise<StoryId[]> {
    const { fs, root, now } = this.#parts
    const removed: StoryId[] = []
    for (const id of await trashIds(fs, root)) {
      const { at } = await this.#noteOf(id)
      if (now().getTime() - Date.parse(at) < olderThanDays * day) continue
      const { folder } = trashPlaces(root, id)
      // Renamed first: half a story must not be there to be taken back.
      await fs.rename(folder, join(this.#folder, `.${id}.${randomBytes(8).toString('hex')}.tmp`))
      removed.push(id)
    }
    // And safely so, before anything in it goes.
    if (removed.length > 0) await fs.syncFolder(this.#folder)
    for (const name of (await namesIn(fs, this.#folder)).filter(isTemporary)) {
      await removeTree(fs, join(this.#folder, name))
    }
    return removed
  }

  /** The note of a story; without one that can be read, the moment its folder was last changed. */
  async #noteOf(id: StoryId): Promise<Note> {
    const { fs, root } = this.#parts
    const { folder } = trashPlaces(root, id)
    try {
      const bytes = await readIfThere(fs, join(folder, noteName))
      return noteSchema.parse(JSON.parse(decodeText(bytes ?? new Uint8Array())))
    } catch {
      return { at: new Date((await fs.stat(folder)).modified).toISOString(), by: '' }
    }
  }
}

/** The ids of the stories in the trash, oldest first. */
export async function trashIds(fs: FileSystem, root: string): Promise<StoryId[]> {
  return (await namesIn(fs, join(root, 'trash'))).flatMap((name) => storyIdSchema.safeParse(name).data ?? [])
}

async function mustBeThere(fs: FileSystem, folder: string, otherwise: string): Promise<void> {
  if (!(await exists(fs, folder))) throw new GalleyError('not_found', otherwise)
}

async function exists(fs: FileSystem, path: string): Promise<boolean> {
  try {
    await fs.stat(path)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/** One rename, durable on both sides. Refused when something is there already: nothing is laid over a story. */
async function move(fs: FileSystem, from: string, to: string): Promise<void> {
  if (await exists(fs, to)) {
    throw new GalleyError(
      'destination_exists',
      'A story of this id is there already. Nothing was moved; put one of the two folders elsewhere first.',
    )
  }
  await removeTemporaries(fs, from)
  await fs.rename(from, to)
  await fs.syncFolder(dirname(to))
  await fs.syncFolder(dirname(from))
}
