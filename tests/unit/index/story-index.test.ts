import { open, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { indexedStory } from '../../../storage/index/indexed-story.ts'
import type { IndexedStory } from '../../../storage/index/indexed-story.ts'
import { StoryIndex } from '../../../storage/index/story-index.ts'
import { GalleyError } from '../../../storage/model/errors.ts'
import { storyIdSchema } from '../../../storage/model/ids.ts'
import { buildDocument } from '../../../storage/model/document.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import type { StoryRecord } from '../../../storage/model/record.ts'
import { sampleStory } from '../../fixtures/stories.ts'
import { temporaryFolder } from '../files/temporary-folder.ts'
import { idsOf, inStep, NearSources, search } from './indexed.ts'

const ferry = indexedStory(sampleStory(), { errors: 0, warnings: 2 })

function other(number: number, headline: string, body: string, record: Partial<StoryRecord> = {}): IndexedStory {
  const id = storyIdSchema.parse(`01938f2a-5c00-7d31-9a42-${String(number).padStart(12, '0')}`)
  const updated = new Date(Date.UTC(2026, 10, number)).toISOString()
  const document = buildDocument(headline, '', [schema.node('paragraph', null, [schema.text(body)])])
  const { record: sample } = sampleStory()
  const mine = { ...sample, byline: [], keywords: [], subjects: [], id, updated, ...record }
  return indexedStory({ record: mine, document }, { errors: 1, warnings: 0 })
}

async function indexOf(
  ...stories: readonly IndexedStory[]
): Promise<{ index: StoryIndex; sources: NearSources; path: string }> {
  const sources = new NearSources()
  for (const story of stories) sources.set(story)
  const path = join(await temporaryFolder(), 'index.sqlite')
  const index = await StoryIndex.open(path, sources)
  await inStep(index)
  return { index, sources, path }
}

describe('the index', () => {
  it('answers with the rows that were put in, newest change first', async () => {
    const [older, newer] = [other(1, 'Harbour', 'x'), other(2, 'Bridge', 'y')]
    const { index } = await indexOf(older, newer, ferry)
    const { total, stories } = await search(index, '', { limit: 2 })
    expect([total, stories.map(({ summary }) => summary)]).toEqual([3, [newer.summary, older.summary]])
    await index.close()
  })

  it.each([
    'ferry',
    'FERRY bell',
    '"nine winters"',
    'winte*',
    'slug:vernashat',
    'byline:օհան',
    'tag:паром',
    'tag:"water transport"',
    'person:нет OR person:Նարեկ',
    'quote:"never asked us"',
    'caption:переправа',
    'lang:en',
    'status:draft',
    'has:photo has:quote has:warning',
    'words:>10 words:<200',
    'updated:2026-04-14',
    'քանի',
    'قایق',
    'قایقها',
    'елочки',
    '-submarine',
    '(submarine OR ferry) -has:error',
  ])('finds the sample story by %s', async (query) => {
    const { index } = await indexOf(
      ferry,
      other(1, 'Elsewhere', 'Nothing of it.', { status: 'ready', language: 'hy' as never }),
    )
    const found = await search(index, query)
    expect(found.problems).toEqual([])
    expect(found.stories.map(({ summary }) => summary.id)).toContain(ferry.summary.id)
    await index.close()
  })

  it.each([
    'submarine',
    '"winters nine"',
    'quote:ferry',
    'caption:ferry',
    'person:ferry',
    '"returns after"',
    '"Teyf Օհան"',
    'desk:ferry',
  ])('does not find it by %s', async (query) => {
    const { index } = await indexOf(ferry)
    expect(await idsOf(index, query)).toEqual([])
    await index.close()
  })

  it('puts what answers best first when asked to', async () => {
    const [inBody, inHeadline] = [
      other(2, 'Council meets', 'A bridge and a road.'),
      other(1, 'Bridge opens', 'Nothing more.'),
    ]
    const { index } = await indexOf(inBody, inHeadline)
    expect(await idsOf(index, 'bridge')).toEqual([inBody.summary.id, inHeadline.summary.id])
    expect(await idsOf(index, 'bridge', { order: 'relevance' })).toEqual([inHeadline.summary.id, inBody.summary.id])
    await index.close()
  })

  it('shows where the words stand', async () => {
    const long = `${'word '.repeat(100)}the old Bridge’s rope. ${'word '.repeat(100)}`
    const { index } = await indexOf(other(1, 'Council', long), other(2, 'Առավոտ', 'Կամո՞ւրջը բացվեց։'))
    const [bridge] = (await search(index, 'bridge', { excerpts: true })).stories
    expect(bridge?.excerpt?.text).toMatch(/^….+the old Bridge’s rope\. .+…$/u)
    const marked = bridge?.excerpt?.marks.map(({ from, to }) => bridge.excerpt?.text.slice(from, to))
    expect(marked).toEqual(['Bridge’s'])
    const [morning] = (await search(index, 'ԿԱՄՈՒՐՋԸ', { excerpts: true })).stories
    expect(morning?.excerpt).toEqual({ text: 'Կամո՞ւրջը բացվեց։ Առավոտ', marks: [{ from: 0, to: 9 }] })
    expect((await search(index, 'lang:en', { excerpts: true })).stories[0]?.excerpt).toBeNull()
    await index.close()
  })

  it('reads only what has changed, and forgets what is gone', async () => {
    const [one, two, three] = [other(1, 'One', 'a'), other(2, 'Two', 'b'), other(3, 'Three', 'c')]
    const { index, sources, path } = await indexOf(one, two, three)
    await index.close()
    sources.reads = 0
    sources.set(other(1, 'Uno', 'a'), '2')
    sources.stories.delete(two.summary.id)
    const again = await StoryIndex.open(path, sources)
    const { changed } = await inStep(again)
    expect([sources.reads, [...changed].sort()]).toEqual([1, [one.summary.id, two.summary.id]])
    expect(await idsOf(again, '')).toEqual([three.summary.id, one.summary.id])
    expect(await idsOf(again, 'uno')).toEqual([one.summary.id])
    expect(await idsOf(again, 'one')).toEqual([])
    await again.close()
  })

  it('names stories that cannot be read until they can', async () => {
    const { index, sources } = await indexOf(ferry)
    const { id } = ferry.summary
    sources.stories.set(id, { identity: '2', story: new GalleyError('story_damaged', 'This story is damaged.') })
    await inStep(index)
    expect(await search(index, '')).toMatchObject({
      total: 0,
      unreadable: [{ id, code: 'story_damaged', message: 'This story is damaged.' }],
    })
    sources.set(ferry, '3')
    await index.refresh([id])
    expect(await search(index, '')).toMatchObject({ total: 1, unreadable: [] })
    await index.close()
  })

  it('takes in what is open, and what lies in the files once it is told so', async () => {
    const { index, sources } = await indexOf(other(1, 'Saved', 'x'))
    await index.put([{ identity: 'open', story: other(1, 'Typed', 'x') }])
    expect(await idsOf(index, 'typed')).toHaveLength(1)
    await index.refresh([...sources.stories.keys()])
    expect(await idsOf(index, 'typed')).toEqual([])
    await index.close()
  })

  it('keeps a story that was made while it compared', async () => {
    const sources = new NearSources()
    for (let number = 1; number <= 200; number += 1)
      sources.set(other(1 + (number % 28), 'x', 'y', { id: idOf(number) }))
    const index = await StoryIndex.open(join(await temporaryFolder(), 'index.sqlite'), sources)
    const first = await index.reconcile(0)
    expect(first).toMatchObject({ finished: false, total: 200 })
    const late = other(28, 'Late', 'z', { id: idOf(999) })
    sources.set(late)
    await index.refresh([late.summary.id])
    await inStep(index, 0)
    expect(await search(index, '')).toMatchObject({ total: 201 })
    await index.close()
  })
})

const idOf = (number: number): StoryRecord['id'] =>
  storyIdSchema.parse(`01938f2a-5c00-7d31-9a43-${String(number).padStart(12, '0')}`)

describe('an index file that does not hold', () => {
  const kinds: [string, (path: string) => Promise<void>][] = [
    ['is empty', (path) => truncate(path, 0)],
    ['was cut short', async (path) => truncate(path, Math.floor((await stat(path)).size / 2))],
    ['is no database', (path) => writeFile(path, 'not an index')],
    ['is all zeros', async (path) => writeFile(path, Buffer.alloc((await stat(path)).size))],
    [
      'has zeros in its middle',
      async (path) => {
        const file = await open(path, 'r+')
        const { size } = await file.stat()
        await file.write(Buffer.alloc(size - 8192), 0, size - 8192, 8192)
        await file.close()
      },
    ],
    [
      'is of a newer version',
      async (path) => {
        const bytes = await readFile(path)
        bytes.writeUInt32BE(bytes.readUInt32BE(60) + 1, 60)
        await writeFile(path, bytes)
      },
    ],
  ]
  it.each(kinds)('is made anew from the files when it %s', async (_, spoil) => {
    const stories = Array.from({ length: 28 }, (_, at) => other(at + 1, `Story ${at}`, `Bell number ${at}.`))
    const { index, sources, path } = await indexOf(...stories)
    await index.close()
    await spoil(path)
    const again = await StoryIndex.open(path, sources)
    await inStep(again)
    expect(await idsOf(again, 'bell')).toHaveLength(28)
    expect(await idsOf(again, '')).toHaveLength(28)
    await again.close()
  })
})
