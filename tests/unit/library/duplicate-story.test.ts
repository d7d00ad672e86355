import { describe, expect, it } from 'vitest'
import { duplicateStory } from '../../../storage/library/duplicate-story.ts'
import { storyIdSchema } from '../../../storage/model/ids.ts'
import { quotations } from '../../../storage/model/quotations.ts'
import { slugSchema } from '../../../storage/model/record.ts'
import { english, ferryQuoteId, sampleDocument, storyId } from '../../fixtures/stories.ts'
import { newWorkspace, reopen, type } from './workspaces.ts'

const slug = (text: string) => slugSchema.parse(text)

describe('a copy of a story', () => {
  it('has the text as it stands and what it is about, and starts from nothing else', async () => {
    const workspace = await newWorkspace()
    const about = { desk: 'Rivers', byline: ['Nane Sahakyan'], keywords: ['ferries'], urgency: 3 }
    const source = (
      await workspace.createStory({
        ...{ ...about, language: english, slug: slug('FERRY'), document: sampleDocument() },
        ...{ embargo: '2026-05-01T09:00:00.000Z', due: '2026-04-30T09:00:00.000Z', secondReader: 'Tobi Okafor' },
        translation: { of: storyIdSchema.parse(storyId), version: 1 },
      })
    ).record
    const open = await workspace.openStory(source.id)
    await open.authority.changeRecord({ status: 'ready' })
    await type(workspace, source.id, 'Again: ')

    const { record } = await duplicateStory(workspace, source.id)
    expect(record.id).not.toBe(source.id)
    expect(record).toMatchObject({ ...about, language: 'en', slug: 'FERRY-2', status: 'draft', secondReader: '' })
    expect(record).toMatchObject({ embargo: null, due: null, translation: null, publications: [], moves: [] })
    await open.close()
    await workspace.close()

    const { workspace: again } = await reopen(workspace.root)
    const [before, copy] = [await again.readStory(source.id), await again.readStory(record.id)]
    expect(copy.document.textContent).toBe(before.document.textContent)
    expect(copy.document.textContent).toMatch(/^Again: /)
    const [quotation] = quotations(copy.document)
    expect(quotation?.quote.speaker?.name).toBe('Նարեկ Սաֆարյան')
    expect(quotation?.runs).toHaveLength(2)
    expect(JSON.stringify(copy.document)).not.toContain(ferryQuoteId)
    const pulled: unknown[] = []
    copy.document.forEach(({ attrs }) => 'pulledFrom' in attrs && pulled.push(attrs['pulledFrom']))
    expect(pulled).toEqual([quotation?.quote.id])
    expect(quotations(before.document)[0]?.quote.id).toBe(ferryQuoteId)
    await again.close()
  })

  it('goes by the next slug that no story bears', async () => {
    const workspace = await newWorkspace()
    const story = async (of: string) => (await workspace.createStory({ language: english, slug: slug(of) })).record.id
    const copyOf = async (of: string | Promise<string>) =>
      (await duplicateStory(workspace, storyIdSchema.parse(await of))).record
    const bridge = await story('ԿԱՄՈՒՐՋ')
    await story('ԿԱՄՈՒՐՋ-3')
    await story('OLD-ԿԱՄՈՒՐՋ-2')
    const second = await copyOf(bridge)
    expect(second.slug).toBe('ԿԱՄՈՒՐՋ-2')
    expect((await copyOf(bridge)).slug).toBe('ԿԱՄՈՒՐՋ-4')
    expect((await copyOf(second.id)).slug).toBe('ԿԱՄՈՒՐՋ-5')
    expect((await copyOf(story('COVID-19'))).slug).toBe('COVID-19-2')
    expect((await copyOf(story('Q'.repeat(64)))).slug).toBe(`${'Q'.repeat(62)}-2`)
    await workspace.close()
  })

  it('is not made of a story that is not there', async () => {
    const workspace = await newWorkspace()
    await expect(duplicateStory(workspace, storyIdSchema.parse(storyId))).rejects.toMatchObject({ code: 'not_found' })
    expect((await workspace.list({ query: '', limit: 10 })).total).toBe(0)
    await workspace.close()
  })
})
