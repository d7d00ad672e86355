import { dirname, join } from 'node:path'
import type { Node } from 'prosemirror-model'
import { z } from 'zod'
import { removeTemporaries, writeAtomically } from '../../files/atomic-write.ts'
import { errnoOf, readError, writeError } from '../../files/disk-error.ts'
import type { FileSystem } from '../../files/file-system.ts'
import { namesIn } from '../../files/folders.ts'
import { decodeText, readIfThere } from '../../files/read.ts'
import { readSummedJson, writeSummedJson } from '../../files/summed-json.ts'
import { compareDocuments } from '../../language/compare-stories.ts'
import { emptyDocument } from '../../model/document.ts'
import { GalleyError } from '../../model/errors.ts'
import type { Story } from '../../model/story.ts'
import { wordCount } from '../../model/text.ts'
import { storyVersionSchema } from '../../model/version.ts'
import type { StoryVersion } from '../../model/version.ts'
import { contentSum, damagedVersion, decodeVersion, encodeVersion } from './version-file.ts'
import type { SavedVersion } from './version-file.ts'

/** What a version is kept of and by whom; the rest follows from the story and the version before. */
export type NewVersion = Pick<StoryVersion, 'at' | 'by' | 'kind' | 'name'> & { readonly story: Story }

const indexSchema = z.strictObject({ format: z.literal(1), versions: z.array(storyVersionSchema) })

const fileName = /^(\d{4,})\.json\.gz$/
const what = 'The version'

/**
 * The versions of one story: `versions/0001.json.gz` and on, and `versions/versions.json`, which is made of them so
 * that a list need not open each. No file is ever changed but for its name, and none is deleted. One caller at a time.
 */
export class VersionFiles {
  readonly #fs: FileSystem
  readonly #folder: string
  readonly #index: string
  readonly #onDamage: (error: unknown) => void
  /** The newest version that was written or read here, for counting what changed since. */
  #newest: { readonly number: number; readonly document: Node } | null = null

  /** `folder` is the `versions` folder of a story. `onDamage` hears of each file that a list has passed over. */
  constructor(fs: FileSystem, folder: string, onDamage: (error: unknown) => void) {
    this.#fs = fs
    this.#folder = folder
    this.#index = join(folder, 'versions.json')
    this.#onDamage = onDamage
  }

  /** Every version that can be told of, oldest first. Changes nothing. */
  async list(): Promise<StoryVersion[]> {
    const known = await this.#readIndex()
    const versions: StoryVersion[] = []
    for (const number of await this.#numbers()) {
      try {
        versions.push(known.get(number) ?? (await this.read(number)).about)
      } catch (error) {
        this.#onDamage(error)
      }
    }
    return versions
  }

  /** Throws `not_found`, `story_damaged`, `newer_format`. */
  async read(number: number): Promise<SavedVersion> {
    const bytes = await readIfThere(this.#fs, this.#pathOf(number)).catch((error: unknown) => {
      throw readError(error, what)
    })
    if (bytes === null) throw new GalleyError('not_found', `This story has no version ${number}.`)
    const saved = await decodeVersion(bytes)
    if (saved.about.number !== number) throw damagedVersion()
    return saved
  }

  /** Keeps a new version. Durable when it resolves. Throws `disk_full`, `disk_refused`; then the others stand. */
  async add({ story, ...given }: NewVersion): Promise<StoryVersion> {
    const versions = await this.list()
    const number = ((await this.#numbers()).at(-1) ?? 0) + 1
    const { added, removed } = compareDocuments(await this.#documentBefore(versions), story.document)
    const about: StoryVersion = {
      number,
      ...given,
      words: wordCount(story.document),
      wordsAdded: added,
      wordsRemoved: removed,
      sha256: contentSum(story),
    }
    await this.#write({ about, story })
    this.#newest = { number, document: story.document }
    await this.#writeIndex([...versions, about])
    return about
  }

  /** Gives a version a name. Throws as `read` and `add`. */
  async rename(number: number, name: string): Promise<StoryVersion> {
    const versions = await this.list()
    const { about, story } = await this.read(number)
    const named: StoryVersion = { ...about, name, kind: about.kind === 'interval' ? 'named' : about.kind }
    // The list must not go on telling the old name, should we be cut off between the two.
    await this.#fs.unlink(this.#index).catch(() => undefined)
    await this.#write({ about: named, story })
    await this.#writeIndex(versions.map((version) => (version.number === number ? named : version)))
    return named
  }

  async #documentBefore(versions: readonly StoryVersion[]): Promise<Node> {
    for (const { number } of versions.toReversed()) {
      if (this.#newest?.number === number) return this.#newest.document
      try {
        return (await this.read(number)).story.document
      } catch (error) {
        this.#onDamage(error)
      }
    }
    return emptyDocument()
  }

  async #numbers(): Promise<number[]> {
    const names = await namesIn(this.#fs, this.#folder)
    return names
      .flatMap((name) => fileName.exec(name)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => a - b)
  }

  async #write(saved: SavedVersion): Promise<void> {
    const bytes = Buffer.from(await encodeVersion(saved))
    await this.#makeFolder()
    await removeTemporaries(this.#fs, this.#folder)
    await writeAtomically(this.#fs, this.#pathOf(saved.about.number), bytes, {
      what,
      verify: (written) => {
        if (!bytes.equals(written)) throw new Error('a version does not read back as it was written')
      },
    })
  }

  /** Only where the story is: a folder made for one that was moved away meanwhile would look like a broken story. */
  async #makeFolder(): Promise<void> {
    try {
      await this.#fs.makeFolder(this.#folder)
      await this.#fs.syncFolder(dirname(this.#folder))
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw writeError(error, what)
    }
  }

  /** What is known without opening the files; nothing when the list is missing or damaged. */
  async #readIndex(): Promise<Map<number, StoryVersion>> {
    try {
      const bytes = await readIfThere(this.#fs, this.#index)
      if (bytes === null) return new Map()
      const { versions } = readSummedJson(decodeText(bytes), (json) => indexSchema.parse(json))
      return new Map(versions.map((version) => [version.number, version]))
    } catch {
      return new Map()
    }
  }

  /** The list is made of the files: one that cannot be written costs the next reader time, and nothing else. */
  async #writeIndex(versions: readonly StoryVersion[]): Promise<void> {
    const bytes = Buffer.from(writeSummedJson({ format: 1, versions }))
    await writeAtomically(this.#fs, this.#index, bytes, { what }).catch(() => undefined)
  }

  #pathOf(number: number): string {
    return join(this.#folder, `${String(number).padStart(4, '0')}.json.gz`)
  }
}
