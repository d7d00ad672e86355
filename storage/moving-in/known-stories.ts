import { isMissing, readError } from '../files/disk-error.ts'
import type { FileSystem } from '../files/file-system.ts'
import { storyPlaces, trashPlaces } from '../library/places.ts'
import type { StoryPlaces } from '../library/places.ts'
import { readStoryAt } from '../library/story-files.ts'
import { contentSum } from '../library/versions/version-file.ts'
import { isGalleyError } from '../model/errors.ts'
import type { StoryId } from '../model/ids.ts'
import type { Story } from '../model/story.ts'
import type { Provenance } from '../library/provenance.ts'

/** Tells what became of stories that came in before. Changes nothing. Throws `disk_refused`. */
export class KnownStories {
  readonly #fs: FileSystem
  readonly #root: string

  constructor(fs: FileSystem, root: string) {
    this.#fs = fs
    this.#root = root
  }

  /** Where the story of a noted import is, or null when it never came to be or is gone for good. */
  async standing(noted: Provenance): Promise<'stories' | 'trash' | null> {
    if (await this.#isAt(storyPlaces(this.#root, noted.story))) {
      // A newer text was noted before it was put in place.
      return noted.replaced !== null && (await this.#stands(noted)) === noted.replaced ? null : 'stories'
    }
    return (await this.#isAt(trashPlaces(this.#root, noted.story))) ? 'trash' : null
  }

  /** The story of a noted import when it stands as it came in, else null. */
  async untouched(noted: Provenance): Promise<Story | null> {
    const story = await this.#read(noted)
    const sum = story === null ? null : contentSum(story)
    return sum === noted.content || (sum !== null && sum === noted.replaced) ? story : null
  }

  /** True when a story of this id is here and has just this text: nothing would be gained by another. */
  async holds(id: StoryId, { document }: Pick<Story, 'document'>): Promise<boolean> {
    const story = await this.#read({ story: id })
    return story !== null && story.document.eq(document)
  }

  async #stands(noted: Provenance): Promise<string | null> {
    const story = await this.#read(noted)
    return story === null ? null : contentSum(story)
  }

  async #read({ story }: Pick<Provenance, 'story'>): Promise<Story | null> {
    try {
      return await readStoryAt(this.#fs, storyPlaces(this.#root, story), story)
    } catch (error) {
      // A disk that refuses today says nothing of the story: taken for one that is gone, it would come in twice.
      if (!isGalleyError(error) || error.code === 'disk_refused') throw readError(error, 'The story of this file')
      // One that is damaged must not be written over.
      return null
    }
  }

  async #isAt({ file, previous }: StoryPlaces): Promise<boolean> {
    for (const path of [file, previous]) {
      try {
        await this.#fs.stat(path)
        return true
      } catch (error) {
        // The other one tells.
        if (!isMissing(error)) throw readError(error, 'The story of this file')
      }
    }
    return false
  }
}
