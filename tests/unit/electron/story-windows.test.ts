import type { WebContents } from 'electron'
import { EventEmitter } from 'node:events'
import { afterEach, expect, test, vi } from 'vitest'
import { eventChannelOf } from '../../../electron/ipc/contract/channels.ts'
import { StoryWindows } from '../../../electron/main/story-windows.ts'
import type { StoryId } from '../../../storage/model/ids.ts'
import { headlineOf } from '../../../storage/model/summary.ts'
import { english } from '../../fixtures/stories.ts'
import { typing, window1 } from '../journal/entries.ts'
import { newWorkspace } from '../library/workspaces.ts'

/** A window as far as telling it things goes. */
class FakePage extends EventEmitter {
  readonly heard: unknown[] = []
  onTrashing: () => Promise<void> = () => Promise.resolve()

  isDestroyed(): boolean {
    return false
  }

  send(channel: string, payload: unknown): void {
    this.heard.push([channel, payload])
    if (channel === eventChannelOf('trashing')) void this.onTrashing()
  }
}

const failing = (_what: string, error: unknown): void => {
  throw error
}

afterEach(() => {
  vi.useRealTimers()
})

/** Two windows that have one story open, which the desk trashes as the host does. */
async function twoWindows() {
  let windows: StoryWindows | null = null
  const workspace = await newWorkspace({
    onEvent: (event) => {
      if (event.kind === 'removed') windows?.forget(event.id)
    },
  })
  const opened = new StoryWindows(workspace, failing)
  windows = opened
  const { id } = (await workspace.createStory({ language: english })).record
  const fakes = [new FakePage(), new FakePage()] as const
  const [one, two] = fakes.map((page) => page as unknown as WebContents)
  if (one === undefined || two === undefined) throw new Error('there are two windows')
  await opened.open(id, one)
  await opened.open(id, two)
  return { workspace, windows: opened, id, one, two, fakes }
}

function sends(windows: StoryWindows, id: StoryId, window: WebContents): Promise<void> {
  windows.sent(id, window)
  return Promise.resolve()
}

test('what a window has not sent yet goes to the trash with the story, whoever trashes it', async () => {
  const { workspace, windows, id, one, two, fakes } = await twoWindows()
  fakes[0].onTrashing = () => sends(windows, id, one)
  fakes[1].onTrashing = async () => {
    const authority = await windows.authority(id, two)
    await authority.receive(0, typing(authority.document, 'Last words'), window1)
    windows.sent(id, two)
  }
  await windows.trash(id)
  expect(await workspace.trashed()).toMatchObject([{ id, headline: 'Last words' }])
  await workspace.restoreFromTrash(id)
  expect(headlineOf((await workspace.readStory(id)).document)).toBe('Last words')
  await workspace.close()
})

test('a window that does not answer holds the trash up for two seconds, and is asked before it closes', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { workspace, windows, id, one, two, fakes } = await twoWindows()
  const { slug } = (await workspace.readStory(id)).record
  fakes[0].onTrashing = () => sends(windows, id, one)
  const trashing = windows.trash(id)
  await vi.advanceTimersByTimeAsync(1900)
  expect(await workspace.trashed()).toEqual([])
  await vi.advanceTimersByTimeAsync(200)
  await trashing
  expect(await workspace.trashed()).toHaveLength(1)
  await windows.close(id, one)
  expect([windows.hasStories(one), windows.hasStories(two)]).toEqual([false, true])
  expect(await windows.standing(two)).toMatchObject([{ slug }])
  await workspace.close()
})

test('a story that goes to the trash is let go of by every window, and can be opened again when it is back', async () => {
  const { workspace, windows, id, one, two } = await twoWindows()
  await workspace.trash(id)
  await expect(windows.authority(id, one)).rejects.toMatchObject({ code: 'not_found' })
  await expect(windows.open(id, one)).rejects.toMatchObject({ code: 'not_found' })
  await windows.close(id, one)
  await windows.close(id, two)
  expect([windows.hasStories(one), windows.hasStories(two)]).toEqual([false, false])
  await workspace.restoreFromTrash(id)
  const { authority } = await windows.open(id, one)
  await authority.changeRecord({ desk: 'Home' })
  expect(authority.record.desk).toBe('Home')
  await workspace.close()
})
