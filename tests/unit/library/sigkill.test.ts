import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createWorkspace, openWorkspace } from '../../../storage/library/open-workspace.ts'
import type { WorkspaceEvent } from '../../../storage/library/workspace.ts'
import { headlineOf } from '../../../storage/model/summary.ts'
import { english } from '../../fixtures/stories.ts'
import { killed, startChild } from '../files/child.ts'
import { temporaryFolder } from '../files/temporary-folder.ts'

describe('a process that is killed while it types', () => {
  it.each([0, 4, 20])(
    'loses nothing that was acknowledged, with %i ms between keys',
    { timeout: 60_000 },
    async (pause) => {
      const root = await temporaryFolder()
      const workspace = await createWorkspace(root, { name: 'The desk', language: english })
      const { id } = (await workspace.createStory({ language: english })).record
      await workspace.close()
      let before = ''
      for (const life of [120, 260, 410]) {
        const child = startChild('tests/unit/library/story-holder.ts', root, id, String(pause))
        let acknowledged = ''
        child.stdout?.on('data', (chunk: Buffer) => (acknowledged += chunk.toString().replaceAll('\n', '')))
        while (acknowledged === '') await wait(10)
        await wait(life)
        await killed(child)
        await wait(20)

        const damage: WorkspaceEvent[] = []
        const onEvent = (event: WorkspaceEvent): void => {
          if (event.kind === 'damaged') damage.push(event)
        }
        const reopened = await openWorkspace(root, { onEvent })
        const read = headlineOf((await reopened.readStory(id)).document)
        const opened = await reopened.openStory(id)
        const headline = headlineOf(opened.authority.document)
        await opened.close()
        await reopened.close()
        expect(headline).toBe(read)
        expect(headline.startsWith(before + acknowledged)).toBe(true)
        // One change at most was written and not yet acknowledged.
        expect(headline.slice((before + acknowledged).length)).toMatch(/^(\d+ )?$/)
        expect(damage).toEqual([])
        before = headline
      }
    },
  )
})
