import { describe, expect, it } from 'vitest'
import { compareStories } from '../../../storage/language/compare-stories.ts'
import type { StoryComparison } from '../../../storage/language/compare-stories.ts'
import { diffWords } from '../../../storage/language/word-diff.ts'
import { buildDocument } from '../../../storage/model/document.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import type { Story } from '../../../storage/model/story.ts'
import { sampleStory } from '../../fixtures/stories.ts'

/** A diff as people read it. */
const marked = (from: string, to: string): string =>
  diffWords(from, to)
    .segments.map(({ kind, text }) => (kind === 'same' ? text : kind === 'deleted' ? `[-${text}-]` : `{+${text}+}`))
    .join('')

describe('a word diff', () => {
  it.each([
    ['After about eight we left.', 'After 7.40 we left.', 'After [-about eight-]{+7.40+} we left.'],
    ['more than 6,000 people', 'about 6,300 people', '[-more than 6,000-]{+about 6,300+} people'],
    ['a four-hour detour', 'a six-hour detour', 'a [-four-hour-]{+six-hour+} detour'],
    ['“It is over,” he said', '“It was over,” he said', '“It [-is-]{+was+} over,” he said'],
    ['Քանի՞ նավ կա։', 'Քանի՞ մեծ նավ կա։', 'Քանի՞ {+մեծ +}նավ կա։'],
    ['Паром «Ёлочка» ушёл.', 'Паром «Ель» ушёл.', 'Паром «[-Ёлочка-]{+Ель+}» ушёл.'],
    ['قایق‌ها بازگشتند', 'قایق‌ها رفتند', 'قایق‌ها [-بازگشتند-]{+رفتند+}'],
    ['fire 👩🏽‍🚒 crew', 'fire 👨🏽‍🚒 crew', 'fire [-👩🏽‍🚒-]{+👨🏽‍🚒+} crew'],
    ['e\u0301t\u00e9', 'e\u0301te\u0301', '[-e\u0301t\u00e9-]{+e\u0301te\u0301+}'],
    ['', 'All new', '{+All new+}'],
  ])('of %j and %j', (from, to, expected) => {
    expect(marked(from, to)).toBe(expected)
  })
})

const texts = ['The post crossed the gorge first, on foot.', 'Nobody came to the market on Monday.', 'The pylons hold.']

function story(paragraphs: readonly string[], headline = 'The bridge', record: Partial<Story['record']> = {}): Story {
  const body = paragraphs.map((text) => schema.node('paragraph', null, [schema.text(text)]))
  return { record: { ...sampleStory().record, ...record }, document: buildDocument(headline, '', body) }
}

const kinds = ({ blocks }: StoryComparison): string[] => blocks.map(({ kind, type }) => `${kind} ${type}`)

describe('a comparison of two stories', () => {
  it('pairs a paragraph with itself rewritten, and tells new ones and old ones apart', () => {
    const [post = '', market = '', pylons = ''] = texts
    const to = ['A bakery opened its door at six.', post.replace('post', 'mail'), pylons]
    const compared = compareStories(story([post, market, pylons]), story(to, 'Boats, at last'))
    expect(kinds(compared)).toEqual([
      'changed headline',
      'same standfirst',
      'added paragraph',
      'changed paragraph',
      'removed paragraph',
      'same paragraph',
    ])
    expect(compared).toMatchObject({ added: 3 + 7 + 1, removed: 2 + 7 + 1, record: [] })
  })

  it('shows formatting and links as changes that leave the words alone', () => {
    const from = story(['One word.'])
    const body = [schema.node('paragraph', null, [schema.text('One word.', [schema.mark('strong')])])]
    const compared = compareStories(from, { ...from, document: buildDocument('The bridge', '', body) })
    expect(compared.blocks[2]).toEqual({
      kind: 'changed',
      type: 'paragraph',
      segments: [{ kind: 'same', text: 'One word.' }],
    })
    expect([compared.added, compared.removed]).toEqual([0, 0])
  })

  it('names what differs beside the text, in words', () => {
    const { record, document } = sampleStory()
    const figure = document.content.content.findIndex((node) => node.type.name === 'figure')
    const photo = schema.node(
      'figure',
      { ...document.child(figure).attrs, credit: 'Ա. Գրիգ', alt: '' },
      document.child(figure).content,
    )
    const after: Story = {
      record: { ...record, urgency: 2, dateline: null, byline: ['Օհան Գրիգ'], updated: '2026-04-15T00:00:00.000Z' },
      document: document.copy(document.content.replaceChild(figure, photo)),
    }
    expect(compareStories({ record, document }, after).record).toEqual([
      { field: 'urgency', from: '5', to: '2' },
      { field: 'byline', from: 'Mara Teyf, Օհան Գրիգ', to: 'Օհան Գրիգ' },
      { field: 'dateline', from: 'VERNASHAT, 2026-04-14', to: '' },
      { field: 'photo.1.alt', from: 'A sign reading “ferry” and "boat", by the pier', to: '' },
      { field: 'photo.1.credit', from: 'L. Petrosyan', to: 'Ա. Գրիգ' },
    ])
  })

  it('of fifty thousand words is quick, whatever changed', () => {
    const words = Array.from({ length: 50_000 }, (_, index) => `նավ${(index * 7919) % 4001}`)
    const other = words.map((word, index) => (index % 3 === 0 ? `паром${index % 997}` : word))
    const cut = (all: readonly string[]): string[] =>
      Array.from({ length: 500 }, (_, index) => all.slice(index * 100, index * 100 + 100).join(' '))
    const start = performance.now()
    compareStories(story(cut(words)), story(cut(other)))
    compareStories(story([words.join(' ')]), story([other.join(' ')]))
    // Seconds on a slow and busy machine; hours if the cost went with the square of the length.
    expect(performance.now() - start).toBeLessThan(60_000)
  })
})
