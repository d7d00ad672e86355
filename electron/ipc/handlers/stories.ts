import type { Desk } from '../../main/desk.ts'
import { changeRecordOf } from '../../../storage/library/change-record.ts'
import { duplicateStory } from '../../../storage/library/duplicate-story.ts'
import { writeDocument } from '../../../storage/model/document.ts'
import { isGalleyError } from '../../../storage/model/errors.ts'
import { patchFor } from '../../../storage/model/record-change.ts'
import type { StorySummary } from '../../../storage/model/summary.ts'
import { told as toldOfMany } from './many.ts'
import type { AreaHandlers } from './handlers.ts'
import { told } from './recovery.ts'

export function storiesHandlers(desk: Desk): AreaHandlers<'stories'> {
  const { workspace, storyWindows, many } = desk
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
    ids: async (request) => {
      const { ids, revision } = await workspace.listIds({ ...request, typing: true })
      return { ids: [...ids], revision }
    },
    place: ({ wanted, ...list }) => workspace.placeInList({ ...list, typing: true }, wanted),
    counts: async ({ recent, ...list }) => [...(await workspace.countStories({ ...list, typing: true }, recent))],
    summaries: async ({ ids }) => {
      const summaries: StorySummary[] = []
      for (const id of ids) {
        try {
          summaries.push(await workspace.summaryOf(id))
        } catch (error) {
          if (!isGalleyError(error)) throw error
        }
      }
      return summaries
    },
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
    changeMany: async ({ ids, change }, from) =>
      toldOfMany(
        await many.act(ids, (id) => changeRecordOf(workspace, id, (record) => patchFor(record, change)), from),
      ),
    stopMany: (_request, from) => {
      many.stop(from)
      return null
    },
  }
}
