import { describe, expect, it } from 'vitest'
import { bringInLine, createLanguageVersion, languageVersions } from '../../../storage/library/language-versions.ts'
import type { Workspace } from '../../../storage/library/workspace.ts'
import type { StoryId } from '../../../storage/model/ids.ts'
import { languageTagSchema } from '../../../storage/model/language.ts'
import { quotations } from '../../../storage/model/quotations.ts'
import { headlineOf } from '../../../storage/model/summary.ts'
import { english, ferryQuoteId, sampleDocument } from '../../fixtures/stories.ts'
import { newWorkspace, type } from './workspaces.ts'

const [armenian, persian] = ['hy', 'fa'].map((tag) => languageTagSchema.parse(tag))

async function withSource(): Promise<{ workspace: Workspace; source: StoryId }> {
  const workspace = await newWorkspace()
  const { record } = await workspace.createStory({ language: english, desk: 'Rivers', document: sampleDocument() })
  return { workspace, source: record.id }
}

async function family(workspace: Workspace, id: StoryId): Promise<[string, number][]> {
  return (await languageVersions(workspace, id)).map(({ summary, behind }) => [summary.language, behind])
}

describe('a story in several languages', () => {
  it('starts a version with everything of its source, its quotations unverified and their words kept', async () => {
    const { workspace, source } = await withSource()
    const { record, document } = await createLanguageVersion(workspace, source, armenian ?? english)
    expect(record).toMatchObject({
      language: 'hy',
      desk: 'Rivers',
      status: 'draft',
      translation: { of: source, version: 1 },
    })
    expect(document.content.eq(sampleDocument().content)).toBe(true)
    const [quotation] = quotations(document)
    expect(quotation?.quote).toMatchObject({
      id: ferryQuoteId,
      speaker: { name: 'Նարեկ Սաֆարյան' },
      original: { language: 'en', words: '“The river never asked us to wait.”', translator: '' },
      verification: { state: 'unverified' },
    })
    expect(await family(workspace, record.id)).toEqual([
      ['en', 0],
      ['hy', 0],
    ])
    await workspace.close()
  })

  it('knows how far each version is behind its source, and forgets it when it was brought in line', async () => {
    const { workspace, source } = await withSource()
    const { id } = (await createLanguageVersion(workspace, source, armenian ?? english)).record
    await type(workspace, source, 'New words. ')
    expect(await family(workspace, source)).toContainEqual(['hy', 1])
    await workspace.nameVersion(source, 'Second read')
    await type(workspace, source, 'More. ')
    await createLanguageVersion(workspace, source, persian ?? english)
    expect(await family(workspace, source)).toEqual([
      ['en', 0],
      ['fa', 0],
      ['hy', 2],
    ])
    expect(await bringInLine(workspace, id)).toEqual({ of: source, version: 3 })
    expect(await family(workspace, id)).toContainEqual(['hy', 0])
    await workspace.close()
  })

  it('is not behind a source of which only the handling changed', async () => {
    const { workspace, source } = await withSource()
    await createLanguageVersion(workspace, source, armenian ?? english)
    const story = await workspace.openStory(source)
    await story.authority.changeRecord({ status: 'ready', due: '2026-05-01T09:00:00.000Z' })
    await story.close()
    expect(await family(workspace, source)).toContainEqual(['hy', 0])
    await workspace.close()
  })

  it('is made from the source, whichever version was asked, and once in each language', async () => {
    const { workspace, source } = await withSource()
    const { id } = (await createLanguageVersion(workspace, source, armenian ?? english)).record
    await type(workspace, id, 'Հայերեն ')
    const third = await createLanguageVersion(workspace, id, persian ?? english)
    expect(third.record.translation).toMatchObject({ of: source })
    expect(headlineOf(third.document)).toBe('The ferry at Vernashat returns')
    for (const language of [armenian ?? english, english]) {
      await expect(createLanguageVersion(workspace, id, language)).rejects.toMatchObject({ code: 'destination_exists' })
    }
    await workspace.close()
  })

  it('stands for itself when its source is gone', async () => {
    const { workspace, source } = await withSource()
    const { id } = (await createLanguageVersion(workspace, source, armenian ?? english)).record
    await workspace.trash(source)
    expect(await family(workspace, id)).toEqual([['hy', 0]])
    await expect(bringInLine(workspace, source)).rejects.toMatchObject({ code: 'not_found' })
    await workspace.close()
  })
})
