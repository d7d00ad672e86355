import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { openWorkspace } from '../../../storage/library/open-workspace.ts'
import { storyPlaces } from '../../../storage/library/places.ts'
import type { WorkspaceEvent } from '../../../storage/library/workspace.ts'
import { FaultyFileSystem } from '../../unit/files/faulty-file-system.ts'
import { PowerCutFileSystem } from '../../unit/files/power-cut-file-system.ts'
import { makeFullDesk, quietly } from '../library/full-desk.ts'
import { put } from '../library/sound-files.ts'
import { typeInto } from '../library/write-path.ts'

const unsaved = 'ՈՒՆ'
const theirs = 'Of others'

/**
 * What a save loses when another program's file takes the story's place just before one of its calls. `isFull`: the
 * versions have no room at first, and the save is asked for again when they have.
 */
async function lostBy(
  earlier: readonly string[],
  isFull = false,
): Promise<{ readonly calls: number; readonly lost: string[] }> {
  const full = new PowerCutFileSystem()
  const { root, story: id } = await makeFullDesk(full, '/desk')
  const { file } = storyPlaces(root, id)
  const lost: string[] = []
  for (let at = 0; ; at += 1) {
    const disk = full.copy()
    const fs = new FaultyFileSystem(disk)
    const workspace = await openWorkspace(root, { ...quietly, fileSystem: fs })
    const story = await workspace.openStory(id)
    await typeInto(story, unsaved)
    const { sum: _sum, ...ours } = JSON.parse(Buffer.from(await disk.readFile(file)).toString()) as { sum: string }
    for (const text of [...earlier, theirs]) {
      const changed = JSON.stringify(ours).replace(/"text":"[^"]*"/, `"text":"${text}"`)
      await put(disk, `${file}.${text}`, Buffer.from(changed))
    }
    for (const text of earlier) await disk.rename(`${file}.${text}`, file)
    let calls = 0
    let place = ''
    fs.fault = (call, path) => {
      if (calls === at) {
        place = `${call} ${path.slice(path.lastIndexOf('/') + 1)}`.replace(/[0-9a-f]{16}/, '…')
        void disk.rename(`${file}.${theirs}`, file)
      }
      calls += 1
      return isFull && call === 'open' && path.includes('/versions/') ? 'ENOSPC' : null
    }
    const saved = story.authority.flush()
    if (isFull) await saved.catch(() => undefined)
    else await saved
    fs.fault = () => null
    if (calls <= at) return { calls, lost }
    if (isFull) {
      await typeInto(story, 'Ա')
      await story.authority.flush()
    }
    await workspace.close()
    const texts = [...disk.files()].map(([path, bytes]) =>
      Buffer.from(path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString(),
    )
    for (const each of [...earlier, theirs, unsaved]) {
      // The first call is the look at what stands: before it they replace what was their own.
      if (at === 0 && each !== unsaved && each !== theirs) continue
      if (!texts.some((text) => text.includes(each))) lost.push(`${each}, before ${place}`)
    }
  }
}

it('a file of another program that arrives at any moment of a save is kept', async () => {
  const { calls, lost } = await lostBy([])
  expect(calls).toBeGreaterThan(10)
  expect(lost).toEqual([])
}, 60_000)

it('a file of another program that arrives within a save is kept once there is room for it', async () => {
  const { calls, lost } = await lostBy([], true)
  expect(calls).toBeGreaterThan(10)
  expect(lost).toEqual([])
}, 60_000)

it('a file of another program that arrives while another one is being kept is kept too', async () => {
  const { calls, lost } = await lostBy(['Theirs before'])
  expect(calls).toBeGreaterThan(60)
  expect(lost).toEqual([])
}, 60_000)

it('a file of another program that a crash left half-kept is put aside when the story is opened, and said', async () => {
  const disk = new PowerCutFileSystem()
  const { root, story: id } = await makeFullDesk(disk, '/desk')
  await put(disk, storyPlaces(root, id).met, Buffer.from(theirs))
  const told: (string | null)[] = []
  const onEvent = (event: WorkspaceEvent): void => {
    if (event.kind === 'damaged') told.push(event.quarantined)
  }
  const workspace = await openWorkspace(root, { ...quietly, fileSystem: disk, onEvent })
  await workspace.openStory(id)
  await workspace.close()
  expect(told).toHaveLength(1)
  expect(Buffer.from(await disk.readFile(told[0] ?? '')).toString()).toBe(theirs)
})
