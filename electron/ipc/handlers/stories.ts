import type { Desk } from '../../main/desk.ts'
import { duplicateStory } from '../../../storage/library/duplicate-story.ts'
import { writeDocument } from '../../../storage/model/document.ts'
import type { AreaHandlers } from './handlers.ts'
import { told } from './recovery.ts'

export function storiesHandlers(desk: Desk): AreaHandlers<'stories'> {
  const { workspace, storyWindows } = desk
  return {
    list: async (request) => {
      const list = await workspace.list({ ...request, typing: true })
      const { total, revision, groups, stories, excerpts, unreadable, problems } = list
      for (const { error } of unreadable) desk.report('list stories', error)
      return {
        total,
        revision,
        groups: [...groups],
        stories: [...stories],
        excerpts: [...excerpts].map(([id, { text, marks }]) => ({ id, text, marks })),
        problems: [...problems],
        unreadable: unreadable.map(({ id, error }) => ({ id, message: error.message })),
      }
    },
    ids: async (request) => [...(await workspace.listIds({ ...request, typing: true }))],
    place: ({ wanted, ...list }) => workspace.placeInList({ ...list, typing: true }, wanted),
    counts: async ({ recent, ...list }) => [...(await workspace.countStories({ ...list, typing: true }, recent))],
    create: async ({ language }) => ({ id: (await workspace.createStory({ language })).record.id }),
    duplicate: async ({ id }) => ({ id: (await duplicateStory(workspace, id)).record.id }),
    open: async ({ id }, from) => {
      const { authority, recovery } = await storyWindows.open(id, from)
      const { version, document, record, saved } = authority
      desk.rememberStory(id)
      return { version, document: writeDocument(document), record, saved, recovery: recovery && told(recovery) }
    },
    close: async ({ id }, from) => {
      await storyWindows.close(id, from)
      return null
    },
    sendSteps: async ({ id, version, steps, client }, from) =>
      (await storyWindows.authority(id, from)).receive(version, steps, client),
    stepsSince: async ({ id, version }, from) => (await storyWindows.authority(id, from)).stepsSince(version),
    changeRecord: async ({ id, patch }, from) => (await storyWindows.authority(id, from)).changeRecord(patch),
  }
}
