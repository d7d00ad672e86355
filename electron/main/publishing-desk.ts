import { publishedVersions } from '../../storage/library/language-versions.ts'
import { isKept } from '../../storage/library/places.ts'
import type { Workspace } from '../../storage/library/workspace.ts'
import type { PublishingDesk } from '../../storage/publish/desk.ts'
import type { Media } from './media.ts'

/** What publishing needs, from the open workspace and the media process. */
export function publishingDesk(workspace: Workspace, media: Media): PublishingDesk {
  return {
    newsroom: workspace.name,
    isKept: (path) => isKept(workspace.root, path),
    ledger: workspace.ledger,
    readStory: (id) => workspace.readStory(id),
    languageVersions: (id) => publishedVersions(workspace, id),
    readPhoto: (id) => media.find(id),
    renditions: (id, description) => media.renditions(id, description),
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
