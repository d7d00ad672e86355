import { readFile, readdir, truncate, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { storyPlaces } from '../../../storage/library/places.ts'
import type { Workspace } from '../../../storage/library/workspace.ts'
import type { StoryId } from '../../../storage/model/ids.ts'
import { headlineOf } from '../../../storage/model/summary.ts'
import { english } from '../../fixtures/stories.ts'
import { crashedStory } from './crash.ts'
import { closedWorkspace, newWorkspace, reopen, type } from './workspaces.ts'

/** A workspace opened again after a crash: the saved file says `A`, the journal makes `CBA` of it. */
async function afterCrash(): Promise<{ workspace: Workspace; id: StoryId }> {
  const before = await newWorkspace({ snapshotTimes: { quiet: 60_000, longest: 60_000 } })
  const { id } = (await before.createStory({ language: english })).record
  const { workspace } = await reopen(await crashedStory(before, id, 'A', ['B', 'C']))
  return { workspace, id }
}

const headline = async (workspace: Workspace, id: StoryId): Promise<string> =>
  headlineOf((await workspace.readStory(id)).document)

describe('opening a story', () => {
  it('recovers nothing when it was closed in order', async () => {
    const { root, id } = await closedWorkspace()
    const { workspace } = await reopen(root)
    expect((await workspace.openStory(id)).recovery).toBeNull()
    await expect(workspace.goBackToSaved(id)).rejects.toMatchObject({ code: 'not_found' })
    await workspace.close()
  })

  it('says what a crash left beyond the saved file, to everybody until an editor keeps it', async () => {
    const { workspace, id } = await afterCrash()
    const first = await workspace.openStory(id)
    expect(first.recovery).toMatchObject({ at: first.authority.record.updated, changes: 2, damage: [] })
    expect(first.recovery && headlineOf(first.recovery.saved.document)).toBe('A')
    await first.authority.flush()
    const second = await workspace.openStory(id)
    expect(second.recovery).toEqual(first.recovery)
    await workspace.keepRecovered(id)
    expect([first.recovery, second.recovery]).toEqual([null, null])
    expect(await headline(workspace, id)).toBe('CBA')
    await workspace.close()
  })

  it('takes what was recovered for the story once it was closed in order', async () => {
    const { workspace, id } = await afterCrash()
    await (await workspace.openStory(id)).close()
    const again = await workspace.openStory(id)
    expect([again.recovery, headlineOf(again.authority.document)]).toEqual([null, 'CBA'])
    await workspace.close()
  })

  it('tells of damage it got past, and where the damaged file lies', async () => {
    const { root, id, places } = await closedWorkspace()
    await truncate(places.file, 40)
    const { workspace } = await reopen(root)
    const { recovery } = await workspace.openStory(id)
    expect(recovery).toMatchObject({ changes: 1, damage: [{ message: expect.stringContaining('damaged') as string }] })
    expect((await readFile(recovery?.damage[0]?.quarantined ?? '')).byteLength).toBe(40)
    await workspace.close()
  })
})

describe('going back to what was saved', () => {
  it('keeps what was recovered as a version that comes back, and leaves the record', async () => {
    const { workspace, id } = await afterCrash()
    const story = await workspace.openStory(id)
    await story.authority.changeRecord({ desk: 'Foreign' })
    const kept = await workspace.goBackToSaved(id)
    expect(headlineOf(story.authority.document)).toBe('A')
    expect([story.recovery, story.authority.record.desk]).toEqual([null, 'Foreign'])
    expect(headlineOf((await workspace.readVersion(id, kept?.number ?? 0)).document)).toBe('CBA')
    await workspace.close()
  })

  it('works on a story that nobody has open', async () => {
    const { workspace, id } = await afterCrash()
    await workspace.goBackToSaved(id)
    expect(await headline(workspace, id)).toBe('A')
    await workspace.close()
  })
})

describe('making a story again from a version', () => {
  /** A story with the version `BA` whose files are all damaged. */
  async function damagedStory(): Promise<{ workspace: Workspace; id: StoryId; number: number }> {
    const before = await newWorkspace()
    const { id } = (await before.createStory({ language: english })).record
    await type(before, id, 'A', 'B')
    const { number } = await before.nameVersion(id, 'Before the weekend')
    await type(before, id, 'C')
    await before.close()
    const places = storyPlaces(before.root, id)
    await writeFile(places.file, 'x')
    await writeFile(places.previous, 'y')
    return { workspace: (await reopen(before.root)).workspace, id, number }
  }

  it('brings it back, with everything damaged in the quarantine', async () => {
    const { workspace, id, number } = await damagedStory()
    const places = storyPlaces(workspace.root, id)
    const journal = await readFile(places.journal)
    await workspace.rebuildStory(id, number)
    expect(await headline(workspace, id)).toBe('BA')
    expect((await workspace.versions(id)).map((version) => version.number)).toEqual([number])
    const aside = await readdir(`${workspace.root}/quarantine`, { recursive: true })
    for (const name of ['story.json', 'story.prev.json', 'journal.ndjson']) {
      expect(aside.filter((path) => path.endsWith(`/${name}`))).toHaveLength(1)
    }
    await type(workspace, id, 'D')
    expect(await headline(workspace, id)).toBe('DBA')
    await workspace.close()
    // A sync folder brings the old journal back: nothing of it fits any more.
    await writeFile(places.journal, journal)
    const { workspace: again } = await reopen(workspace.root)
    expect(await headline(again, id)).toBe('DBA')
    expect((await again.openStory(id)).recovery?.changes ?? 0).toBe(0)
    await again.close()
  })

  it('is refused for a story that can be read, or that a newer Galley saved', async () => {
    const { workspace, id, number } = await damagedStory()
    await workspace.rebuildStory(id, number)
    await expect(workspace.rebuildStory(id, number)).rejects.toMatchObject({ code: 'destination_exists' })
    const { file } = storyPlaces(workspace.root, id)
    await writeFile(file, '{"format":99}')
    await expect(workspace.rebuildStory(id, number)).rejects.toMatchObject({ code: 'newer_format' })
    expect([await readFile(file, 'utf8'), await readdir(dirname(file))]).toEqual([
      '{"format":99}',
      expect.arrayContaining(['story.prev.json']),
    ])
    await workspace.close()
  })
})
