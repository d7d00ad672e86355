import type { Node } from 'prosemirror-model'
import type { FileSystem } from '../files/file-system.ts'
import { nodeFileSystem } from '../files/node-file-system.ts'
import { Quarantine } from '../files/quarantine.ts'
import type { PhotoStore } from '../importers/photos-beside.ts'
import { storyPlaces } from '../library/places.ts'
import { storeNewStory } from '../library/store-new-story.ts'
import { restoreDocument } from '../library/versions/restore-document.ts'
import { contentSum } from '../library/versions/version-file.ts'
import type { NewStory, Workspace } from '../library/workspace.ts'
import { findPhoto } from '../media/stored-photo.ts'
import { GalleyError } from '../model/errors.ts'
import type { StoryId } from '../model/ids.ts'
import type { Story } from '../model/story.ts'

/** A newer text for a story that came in before. */
export interface NewerText {
  readonly id: StoryId
  /** The sum of the story's content as it must still stand. */
  readonly standing: string
  readonly document: Node
}

/** What moving in needs of the workspace, whose lock somebody holds. */
export interface MovingDesk {
  readonly root: string
  readonly fs: FileSystem
  readonly now: () => Date
  readonly photos: PhotoStore
  /** Throws `invalid_input`, `disk_full`, `disk_refused`; then nothing was stored. */
  store(id: StoryId, about: NewStory, at: Date): Promise<Story>
  /** Resolves with false when somebody has worked on the story meanwhile; then nothing was changed. */
  bringUpToDate(newer: NewerText): Promise<boolean>
  /** Reads a source that was named rather than found; a path or `-`. */
  readNamed(path: string): Promise<Uint8Array>
}

/** The part of it that needs no open workspace. */
export function storingDesk(
  root: string,
  fs: FileSystem = nodeFileSystem,
): Pick<MovingDesk, 'root' | 'fs' | 'now' | 'photos' | 'store'> {
  const now = (): Date => new Date()
  return {
    root,
    fs,
    now,
    photos: {
      find: (id) => findPhoto(root, id, fs),
      // Most folders hold no photo, and what decodes them takes its time to load.
      add: async (name, bytes) => (await import('../media/photos.ts')).addPhoto(root, name, bytes, { files: fs }),
    },
    store: (id, about, at) => {
      const places = storyPlaces(root, id)
      const files = { fs, root, id, places, quarantine: new Quarantine(fs, root), onDamage: () => undefined }
      return storeNewStory(files, about, at)
    },
  }
}

/**
 * Puts a newer text in the place of a story's that stands as it came in: what stands is kept as a version, and the change is
 * one like any other, which open windows follow.
 */
export async function bringUpToDate(workspace: Workspace, { id, standing, document }: NewerText): Promise<boolean> {
  const story = await workspace.openStory(id)
  let isTouched = false
  try {
    const demand = async (now: Story): Promise<void> => {
      isTouched = contentSum(now) !== standing
      if (isTouched) throw new GalleyError('cancelled', 'Somebody has worked on this story meanwhile.')
      await workspace.standingVersion(id)
    }
    await restoreDocument(story.authority, document, demand).catch((error: unknown) => {
      if (!isTouched) throw error
    })
    return !isTouched
  } finally {
    await story.close()
  }
}
