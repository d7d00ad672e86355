import fc from 'fast-check'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { CheckResult } from '../../../storage/checks/check-story.ts'
import { createWorkspace, openWorkspace } from '../../../storage/library/open-workspace.ts'
import { figures } from '../../../storage/model/figures.ts'
import type { Node } from 'prosemirror-model'
import type { StoryRecord } from '../../../storage/model/record.ts'
import { publish } from '../../../storage/publish/publish.ts'
import { english } from '../../fixtures/stories.ts'
import { now, request, testDesk } from '../../unit/publish/desk.ts'
import { temporaryFolder } from '../../unit/files/temporary-folder.ts'
import { runMoveIn } from '../../unit/moving-in/moving.ts'
import { arbitraryStory } from '../publish/arbitrary-story.ts'

// Generated stories break every rule of the desk; what is looked at here is what comes back.
vi.mock('../../../storage/checks/check-story.ts', () => ({
  checkStory: (): CheckResult => ({ findings: [], passed: 0 }),
}))

/** What must be the same: everything but ids, moments, and what became of the story where it was. */
function content(record: StoryRecord): object {
  const { id: _i, created: _c, updated: _u, publications: _p, moves: _m, status: _s, ...said } = record
  return said
}

/** A photo comes as the copy that the bundle has of it: only whether there is one can be the same. */
function withoutPhotoIds(document: Node): unknown {
  return JSON.parse(JSON.stringify(document.toJSON()).replace(/"media":"[0-9a-f]{64}"/gu, '"media":"a photo"'))
}

describe('a published story', () => {
  it(
    'comes into an empty workspace with every word, mark, quotation, caption and field',
    { timeout: 120_000 },
    async () => {
      const desk = await testDesk()
      const photo = await desk.addPhoto('marks.jpg')
      let run = 0
      await fc.assert(
        fc.asyncProperty(arbitraryStory([photo.id]), fc.boolean(), async (story, zip) => {
          run += 1
          const root = join(await temporaryFolder(), 'desk')
          await (await createWorkspace(root, { name: 'Another desk', language: english })).close()
          desk.stories.clear()
          desk.stories.set(story.record.id, story)
          const out = join(desk.root, `out-${run}${zip ? '.zip' : ''}`)
          await publish(request(desk, out, { zip }), desk, { now })

          const { moved } = await runMoveIn(root, [out])
          const [first] = moved
          if (first?.outcome !== 'imported') throw new Error(JSON.stringify(moved))
          expect(first.warnings).toEqual([])
          const workspace = await openWorkspace(root)
          const { record, document } = await workspace.readStory(first.id)
          await workspace.close()
          expect(record.id).not.toBe(story.record.id)
          expect(content(record)).toEqual(content(story.record))
          expect(withoutPhotoIds(document)).toEqual(withoutPhotoIds(story.document))
          for (const { attributes } of figures(document)) expect(attributes.media).not.toBe(photo.id)
        }),
        { numRuns: 12 },
      )
    },
  )
})
