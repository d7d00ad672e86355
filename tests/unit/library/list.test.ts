import { copyFile, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { storyPlaces } from '../../../storage/library/places.ts'
import type { WorkspaceEvent } from '../../../storage/library/workspace.ts'
import { languageTagSchema } from '../../../storage/model/language.ts'
import { slugSchema } from '../../../storage/model/record.ts'
import { english, sampleDocument } from '../../fixtures/stories.ts'
import { FaultyFileSystem } from '../files/faulty-file-system.ts'
import { typing, window1 } from '../journal/entries.ts'
import { closedWorkspace, newWorkspace, reopen } from './workspaces.ts'

describe('the list', () => {
  it('shows the newest change first, with what a row needs', async () => {
    let minute = 0
    const workspace = await newWorkspace({ now: () => new Date(Date.UTC(2026, 3, 14, 9, minute++)) })
    const older = await workspace.createStory({ language: english, document: sampleDocument() })
    const newer = await workspace.createStory({ language: languageTagSchema.parse('hy') })
    const { stories, total } = await workspace.list({ query: '', limit: 1 })
    expect([total, stories.map(({ id }) => id)]).toEqual([2, [newer.record.id]])
    const row = await workspace.summaryOf(older.record.id)
    expect(row).toMatchObject({ headline: 'The ferry at Vernashat returns', photos: 1, quotes: 1, language: 'en' })
    await workspace.close()
  })

  it('finds every word in any case, script and accent', async () => {
    const workspace = await newWorkspace()
    const { record } = await workspace.createStory({
      language: english,
      document: sampleDocument(),
      slug: slugSchema.parse('FERRY'),
    })
    await workspace.createStory({ language: english })
    const found = async (query: string): Promise<number> => {
      const { stories } = await workspace.list({ query, limit: 10 })
      expect(stories.every(({ id }) => id === record.id)).toBe(true)
      return stories.length
    }
    for (const query of ['ferry', 'FERRY BELL', 'նավ', 'ПЕРЕПРАВА', 'переправа bell', 'قایق', 'é und']) {
      expect([query, await found(query)]).toEqual([query, 1])
    }
    expect(await found('ferry submarine')).toBe(0)
    await workspace.close()
  })

  it('reads a story’s files again only when they have changed', async () => {
    const fileSystem = new FaultyFileSystem()
    const workspace = await newWorkspace({ fileSystem })
    const { id } = (await workspace.createStory({ language: english })).record
    await workspace.list({ query: '', limit: 10 })
    fileSystem.calls.length = 0
    await workspace.list({ query: '', limit: 10 })
    expect(fileSystem.count('readFile')).toBe(0)
    const { file } = storyPlaces(workspace.root, id)
    await utimes(file, new Date(), new Date(Date.now() + 5000))
    await workspace.list({ query: '', limit: 10 })
    expect(fileSystem.count('readFile')).toBeGreaterThan(0)
    await workspace.close()
  })

  it('shows an open story as it stands, and tells of its snapshots', async () => {
    const events: WorkspaceEvent[] = []
    const workspace = await newWorkspace({ onEvent: (event) => void events.push(event) })
    const { id } = (await workspace.createStory({ language: english })).record
    const story = await workspace.openStory(id)
    const { authority } = story
    await authority.receive(0, typing(authority.document, 'Now'), window1)
    expect((await workspace.list({ query: 'now', limit: 1 })).stories[0]?.headline).toBe('Now')
    await authority.changeRecord({ desk: 'Home' })
    expect((await workspace.summaryOf(id)).desk).toBe('Home')
    await story.close()
    await expect
      .poll(() => events.at(-1))
      .toMatchObject({ kind: 'summary', summary: { id, headline: 'Now', desk: 'Home' } })
    await workspace.close()
  })

  it('passes over what is no story', async () => {
    const { root, places } = await closedWorkspace()
    await writeFile(join(dirname(places.folder), 'notes.txt'), 'mine')
    await copyFile(places.file, join(root, 'stories', 'story.json'))
    const { workspace } = await reopen(root)
    expect((await workspace.list({ query: '', limit: 10 })).total).toBe(1)
    await workspace.close()
  })
})
