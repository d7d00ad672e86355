import type { HeldStory } from '../journal/hold-story.ts'
import { isGalleyError } from '../model/errors.ts'
import type { Story } from '../model/story.ts'
import type { StoryVersion } from '../model/version.ts'
import type { StoryFile } from './story-file.ts'
import { changesTo, holdsAllOf } from './taking-over.ts'
import type { StoryVersions } from './versions/story-versions.ts'

interface Parts {
  readonly versions: Pick<StoryVersions, 'keepOtherChange'>
  /** The story now stands as another program left it. */
  readonly onReloaded: () => void
  /** Both are kept; the story stands as it was written here. */
  readonly onBothKept: (ours: StoryVersion, theirs: StoryVersion) => void
  /** True when the story's folder is gone from its place and lies in the trash. */
  readonly isTrashed: () => Promise<boolean>
  /** Another program trashed the story. */
  readonly onTrashed: () => void
}

/** What happens with what other programs, such as a sync folder or git, make of one story. */
export class OtherChanges {
  readonly #parts: Parts
  /** The journal entry up to which the text is what others made of it. */
  #taken: number | null = null

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Keeps both as versions. Rejects with `disk_full` or `disk_refused`; then nothing may be written over theirs. */
  async keepBoth(ours: Story, theirs: Story): Promise<void> {
    const { versions, onBothKept } = this.#parts
    const kept = await versions.keepOtherChange(theirs, 'others')
    onBothKept(await versions.keepOtherChange(ours, 'us'), kept)
  }

  /** Keeps what stands here as a version, unless theirs holds all of it. Rejects as `keepBoth`. */
  async keepOurs(ours: Story, theirs: Story): Promise<void> {
    if (!holdsAllOf(ours, theirs)) await this.#parts.versions.keepOtherChange(ours, 'us')
  }

  /** Keeps what stands here beside a file that is not ours to write. Rejects as `keepBoth`. */
  async keepBeside(ours: Story): Promise<void> {
    await this.#parts.versions.keepOtherChange({ record: ours.record, document: ours.document }, 'us')
  }

  /** The story was opened with theirs. */
  tookOver(): void {
    this.#parts.onReloaded()
  }

  /**
   * Looks at the file of an open story and acts on what it finds: taken over when nothing here is unsaved, both kept
   * otherwise. Never rejects: what the disk refuses now is looked at again before the next snapshot.
   */
  async look(story: HeldStory, file: StoryFile): Promise<void> {
    try {
      const found = await file.look()
      if (found.kind === 'theirs') await this.#meet(story, file)
      else if (found.kind === 'missing') await this.#miss(story)
      else if (found.kind !== 'ours') await story.rewrite()
    } catch (error) {
      if (!isGalleyError(error)) process.emitWarning(error instanceof Error ? error : String(error))
    }
  }

  async #meet(story: HeldStory, file: StoryFile): Promise<void> {
    let accept = (): void => undefined
    const isSaved = await story.changeWhenSaved(async (standing) => {
      const found = await file.look()
      if (found.kind !== 'theirs') return []
      const changes = changesTo(standing, found.story)
      if (changes.length > 0 && this.#taken !== standing.sequence) await this.keepOurs(standing, found.story)
      accept = () => {
        file.accept(found)
        this.#taken = standing.sequence + changes.length
        if (changes.length > 0) this.#parts.onReloaded()
      }
      return changes
    })
    // Not before every change is on disk: else theirs would be written over with a part of it.
    accept()
    if (isSaved) await story.rewrite()
    else await story.flush()
  }

  async #miss(story: HeldStory): Promise<void> {
    const { isTrashed, onTrashed } = this.#parts
    const isGone = await story.changeWhenSaved(() => Promise.resolve([]))
    if (isGone && (await isTrashed())) onTrashed()
    else await story.rewrite()
  }
}
