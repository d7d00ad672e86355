import type { WebContents } from 'electron'
import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { StoryWindows } from '../../../electron/main/story-windows.ts'
import { english } from '../../fixtures/stories.ts'
import { newWorkspace } from '../library/workspaces.ts'

/** A window as far as telling it things goes. */
class FakePage extends EventEmitter {
  readonly heard: unknown[] = []

  isDestroyed(): boolean {
    return false
  }

  send(channel: string, payload: unknown): void {
    this.heard.push([channel, payload])
  }
}

const failing = (_what: string, error: unknown): void => {
  throw error
}

test('a story that goes to the trash is let go of by every window, and can be opened again when it is back', async () => {
  let windows: StoryWindows | null = null
  const workspace = await newWorkspace({
    onEvent: (event) => {
      if (event.kind === 'removed') windows?.forget(event.id)
    },
  })
  windows = new StoryWindows(workspace, failing)
  const { id } = (await workspace.createStory({ language: english })).record
  const [one, two] = [new FakePage(), new FakePage()].map((page) => page as unknown as WebContents)
  if (one === undefined || two === undefined) throw new Error('there are two windows')
  await windows.open(id, one)
  await windows.open(id, two)
  await workspace.trash(id)
  expect([windows.hasStories(one), windows.hasStories(two)]).toEqual([false, false])
  await expect(windows.authority(id, one)).rejects.toMatchObject({ code: 'not_found' })
  await expect(windows.open(id, one)).rejects.toMatchObject({ code: 'not_found' })
  await workspace.restoreFromTrash(id)
  const { authority } = await windows.open(id, one)
  await authority.changeRecord({ desk: 'Home' })
  expect(authority.record.desk).toBe('Home')
  await workspace.close()
})
