import { nodeFileSystem as files } from '../files/node-file-system.ts'
import { publishedVersions } from '../library/language-versions.ts'
import { isKept } from '../library/places.ts'
import type { Workspace } from '../library/workspace.ts'
import { renditions } from '../media/renditions.ts'
import { findPhoto } from '../media/stored-photo.ts'
import type { PublishingDesk } from '../publish/desk.ts'

/** What publishing needs, from a workspace that is open in this process. */
export function publishingDesk(workspace: Workspace): PublishingDesk {
  return {
    newsroom: workspace.name,
    isKept: (path) => isKept(workspace.root, path),
    ledger: workspace.ledger,
    readStory: (id) => workspace.readStory(id),
    languageVersions: (id) => publishedVersions(workspace, id),
    readPhoto: (id) => findPhoto(workspace.root, id, files),
    renditions: (id, description) => renditions(workspace.root, id, { files, description }),
    readSettings: async () => workspace.settings,
    recordPublication: async (id, publication) => {
      const story = await workspace.openStory(id)
      try {
        await story.authority.addPublication(publication)
      } finally {
        await story.close()
      }
    },
  }
}
