import { Low } from 'lowdb'
import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { PlaceTaken } from '../files/atomic-write.ts'
import { writeError } from '../files/disk-error.ts'
import type { FileSystem } from '../files/file-system.ts'
import { ensureFolder } from '../files/folders.ts'
import type { Quarantine } from '../files/quarantine.ts'
import { Queue } from '../files/queue.ts'
import { decodeText, readIfThere } from '../files/read.ts'
import { readSummedJson } from '../files/summed-json.ts'
import type { SnapshotStore } from '../journal/snapshot-keeper.ts'
import type { StoryState } from '../journal/story-state.ts'
import { GalleyError, isGalleyError } from '../model/errors.ts'
import type { StoryId } from '../model/ids.ts'
import { readStory, storyFileSchema, writeStory } from '../model/story.ts'
import type { Story, StoryFile as StoryFileContent } from '../model/story.ts'
import { DurableAdapter } from './durable-adapter.ts'
import { mustStand } from '../files/must-stand.ts'
import type { StoryPlaces } from './places.ts'
import { sameContent } from './same-content.ts'
import type { StoryDamage } from './story-damage.ts'

/** What lies where a story's file was left: our own file, none, or what another program made of it. */
export type Found =
  | { readonly kind: 'ours' | 'missing' }
  | { readonly kind: 'theirs'; readonly story: StoryState; readonly sum: string }
  | { readonly kind: 'damaged'; readonly sum: string }
  | { readonly kind: 'newer'; readonly error: GalleyError }

interface Parts {
  readonly fs: FileSystem
  readonly root: string
  readonly quarantine: Quarantine
  readonly id: StoryId
  readonly places: StoryPlaces
  readonly onDamage: (damage: StoryDamage) => void
  /** Keeps both when another program changed the file and something here was unsaved. Rejects when it cannot. */
  readonly keepBoth: (ours: Story, theirs: Story) => Promise<void>
}

/** How a story's file was found on opening. */
export interface Standing {
  readonly story: Story
  /** The sum of the file's bytes, null when there was none or none that holds. */
  readonly sum: string | null
}

const theirDamage = 'Another program left a file in the place of this story that Galley cannot read. It was put aside.'
/** How long a file that does not hold may be one that is just being written, in milliseconds, and how often it is read. */
const writing = { pause: 250, times: 8 }
/** How often in a row a file of another program may come in between before the story is written another time. */
const meetings = 8

/**
 * `story.json` of one open story. Nothing that another program made of it is ever written over unseen: the file is read
 * before each write, and told by its bytes from the one we left.
 */
export class StoryFile implements SnapshotStore {
  readonly #parts: Parts
  readonly #queue = new Queue()
  readonly #low: Low<StoryFileContent>
  readonly #alone: DurableAdapter<StoryFileContent>
  readonly #previous: DurableAdapter<StoryFileContent>
  #standing: Standing
  #written = -1
  /** The file is of another program: neither it nor what lies before it belongs to our journal. */
  #strange = false
  /** The sum of what was to become the generation before, until it was looked at what did. */
  #passedOn: { readonly sum: string | null } | null = null

  constructor(parts: Parts, standing: Standing) {
    const { fs, places } = parts
    this.#parts = parts
    this.#standing = standing
    const file = {
      fs,
      path: places.file,
      previous: places.previous,
      what: 'The story',
      parse: checked,
      onDamaged: () => Promise.resolve(),
    }
    const onWritten = (bytes: Uint8Array): void => {
      this.#standing = { ...this.#standing, sum: sumOf(bytes) }
    }
    const sparing = { ...file, sparesOthers: true, onWritten }
    const adapter = new DurableAdapter<StoryFileContent>(sparing)
    this.#low = new Low<StoryFileContent>(adapter, writeStory(standing.story, 0))
    this.#alone = new DurableAdapter<StoryFileContent>({ ...sparing, previous: places.met })
    this.#previous = new DurableAdapter<StoryFileContent>({ ...file, path: places.previous, previous: null })
  }

  /** What lies there now. Changes nothing. */
  async look(): Promise<Found> {
    let found = await this.#read()
    for (let left = writing.times; found.kind === 'damaged' && left > 0; left -= 1) {
      await wait(writing.pause)
      const again = await this.#read()
      if (again.kind === 'damaged' && again.sum === found.sum) break
      found = again
    }
    return found
  }

  /** What was found is the story from now on, and may be written over. */
  accept({ story, sum }: Extract<Found, { kind: 'theirs' }>): void {
    this.#standing = { story, sum }
    this.#strange = true
  }

  write(state: StoryState): Promise<void> {
    return this.#queue.run(async () => {
      // Two may ask at once; the later one had the newer story.
      if (state.sequence < this.#written) return
      // Left over from a write that was refused before it could be kept.
      const isKept = await this.#lookBack(state)
      const found = await this.look()
      const isOurs = found.kind === 'ours' && isKept && !this.#strange
      if (!isOurs || !(await this.#replace(state))) await this.#replaceSeen(isOurs ? await this.look() : found, state)
      this.#written = state.sequence
      this.#standing = { ...this.#standing, story: state }
      this.#strange = false
    })
  }

  async #makeWay(found: Found, state: StoryState): Promise<void> {
    switch (found.kind) {
      case 'ours':
        return
      case 'newer':
        throw found.error
      case 'missing':
        return this.#makeFolder()
      case 'damaged':
        this.#parts.onDamage({ message: theirDamage, quarantined: await this.#putAside() })
        return
      case 'theirs':
        if (sameContent(found.story, state) || sameContent(found.story, this.#standing.story)) return
        await this.#parts.keepBoth(state, found.story)
    }
  }

  #putAside(): Promise<string> {
    const { quarantine, places } = this.#parts
    return quarantine.move(places.file, theirDamage)
  }

  async #makeFolder(): Promise<void> {
    const { fs, root, places } = this.#parts
    await mustStand(fs, root, 'The story')
    await ensureFolder(fs, places.folder, root).catch((error: unknown) => {
      throw writeError(error, 'The story')
    })
  }

  /** Over our own file. False when another program's came in between; what it wrote there is to be looked at then. */
  async #replace(state: StoryState): Promise<boolean> {
    const passedOn = { sum: this.#standing.sum }
    this.#low.data = contentOf(state)
    const isTaken = await this.#low.write().then(
      () => false,
      (error: unknown) => {
        if (error instanceof PlaceTaken) return true
        throw error
      },
    )
    this.#passedOn = passedOn
    const isKept = await this.#lookBack(state)
    return isKept && !isTaken
  }

  /**
   * What lay there in the very moment of the writing is now the generation before: it may be of another program too.
   * Then it is kept, and false comes back.
   */
  async #lookBack(state: StoryState): Promise<boolean> {
    if (this.#passedOn === null) return true
    const { places, quarantine, onDamage, keepBoth } = this.#parts
    const found = await this.#read(places.previous, this.#passedOn.sum)
    if (found.kind === 'theirs') await keepBoth(state, found.story)
    else if (found.kind === 'damaged' || found.kind === 'newer')
      onDamage({ message: theirDamage, quarantined: await quarantine.move(places.previous, theirDamage) })
    this.#passedOn = null
    return found.kind === 'ours' || found.kind === 'missing'
  }

  /** Over what was found in the place, once that is kept. */
  async #replaceSeen(found: Found, state: StoryState): Promise<void> {
    await this.#makeWay(found, state)
    await this.#replaceBoth(state, 'sum' in found ? found.sum : this.#standing.sum)
  }

  /** The one before first: whenever this is cut off, one of the two belongs to the journal. */
  async #replaceBoth(state: StoryState, known: string | null): Promise<void> {
    // Left behind by a write that was refused half-way.
    await this.#keepMet(null, state)
    await this.#previous.write(contentOf(state))
    for (let left = meetings; ; left -= 1) {
      try {
        await this.#alone.write(contentOf(state))
        await this.#keepMet(known, state)
        return
      } catch (error) {
        if (!(error instanceof PlaceTaken)) throw error
        if (left === 0) throw writeError(error, 'The story')
        await this.#keepMet(known, state)
      }
    }
  }

  /** Keeps what lay in the very place that was written to, unless it is `known` and kept already. */
  async #keepMet(known: string | null, state: StoryState): Promise<void> {
    const { fs, places, quarantine, onDamage, keepBoth } = this.#parts
    const found = await this.#read(places.met, known)
    if (found.kind === 'missing') return
    if (found.kind === 'damaged' || found.kind === 'newer') {
      onDamage({ message: theirDamage, quarantined: await quarantine.move(places.met, theirDamage) })
      return
    }
    if (found.kind === 'theirs' && !sameContent(found.story, state)) await keepBoth(state, found.story)
    await fs.unlink(places.met).catch(() => undefined)
  }

  async #read(path = this.#parts.places.file, own = this.#standing.sum): Promise<Found> {
    const { fs, id } = this.#parts
    const bytes = await readIfThere(fs, path)
    if (bytes === null) return { kind: 'missing' }
    const sum = sumOf(bytes)
    if (sum === own) return { kind: 'ours' }
    try {
      return { kind: 'theirs', story: readSummedJson(decodeText(bytes), (json) => readOwn(json, id)), sum }
    } catch (error) {
      if (isGalleyError(error, 'newer_format')) return { kind: 'newer', error: newer(error) }
      return { kind: 'damaged', sum }
    }
  }
}

/** A generation of a story's file. One that was copied from another story's folder is none of this story's. */
export function readOwn(json: unknown, id: StoryId): StoryState {
  const story = readStory(json)
  if (story.record.id !== id) throw new GalleyError('story_damaged', 'This file belongs to another story.')
  return story
}

/** Tells the bytes of a file from others. */
export function sumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function newer(cause: unknown): GalleyError {
  return new GalleyError(
    'newer_format',
    'A newer Galley has saved this story meanwhile. Its file was left as it is; what you write here is kept as a version. Go on in the newer Galley.',
    { cause },
  )
}

function contentOf(state: StoryState): StoryFileContent {
  return writeStory(state, state.version, state.sequence)
}

function checked(json: unknown): StoryFileContent {
  readStory(json)
  return storyFileSchema.parse(json)
}
