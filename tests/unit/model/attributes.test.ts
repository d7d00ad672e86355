import { describe, expect, it } from 'vitest'
import { readDocument, writeDocument } from '../../../storage/model/document.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { sampleDocument } from '../../fixtures/stories.ts'

type Json = { type: string; attrs?: Record<string, unknown>; marks?: Json[]; content?: Json[] }

/** Values that an attribute must not take, by `node.attribute` or `mark.attribute`. */
const refused: Record<string, unknown[]> = {
  'doc.quotes': [null, [], { x: {} }, { '01938f2a-6000-7a11-8b22-0c1d2e3f4a5b': { id: 'other' } }],
  'subhead.level': [1, 4, '2', 2.5],
  'ordered_list.start': [-1, 1.5, '1', 1_000_000, null],
  'pull_quote.pulledFrom': ['', 'q1', 7],
  'figure.media': ['', 'a'.repeat(63), 'A'.repeat(64), '../../etc/passwd'],
  'figure.alt': [1, 'x'.repeat(20_001)],
  'figure.decorative': [null, 'true', 0],
  'figure.credit': [1, 'x'.repeat(1001)],
  'figure.layout': ['poster', '', null],
  'link_card.href': ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', '', null, 'example.org'],
  'link_card.title': [null, 'x'.repeat(301)],
  'link_card.description': [null, 'x'.repeat(1001)],
  'quote.id': ['', '7', '5b0c4a52-7e0f-4b8f-9a15-2f6a1e0d9c33', null],
  'link.href': ['javascript:alert(1)', 'JAVASCRIPT:alert(1)', 'vbscript:x', ' https://example.org', 'http://', 5],
  'mention.entity': ['', 'x', null],
  'mention.kind': ['animal', '', null],
  'mention.name': ['', '   ', 'x'.repeat(201), null],
  'lang.code': ['', 'not a tag', 'EN-us', 'x'.repeat(40), null],
}

const described = [...Object.entries(schema.nodes), ...Object.entries(schema.marks)].flatMap(([name, type]) =>
  Object.entries(type.spec.attrs ?? {}).map(([attribute, spec]) => ({ name: `${name}.${attribute}`, spec })),
)

describe('every attribute of the schema', () => {
  it('is validated, and is tried here', () => {
    expect(described.filter(({ spec }) => typeof spec.validate !== 'function').map(({ name }) => name)).toEqual([])
    expect(Object.keys(refused).sort()).toEqual(described.map(({ name }) => name).sort())
  })

  it.each(described.map(({ name }) => name))('%s takes what stands in a document and refuses the rest', (name) => {
    for (const value of refused[name] ?? []) {
      const document = structuredClone(writeDocument(sampleDocument())) as unknown as Json
      const places = placesOf(document, name)
      expect(places.length).toBeGreaterThan(0)
      const [node, attribute] = places[0] ?? [{ type: '' }, '']
      node.attrs = { ...node.attrs, [attribute]: value }
      expect(() => readDocument(document), `${name} = ${JSON.stringify(value)}`).toThrow(/damaged/)
    }
  })

  it('reads the sample as it is', () => {
    expect(readDocument(writeDocument(sampleDocument())).eq(sampleDocument())).toBe(true)
  })
})

describe('a document that does not hold to the schema', () => {
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'x' }] }
  const empty = [{ type: 'headline' }, { type: 'standfirst' }]
  it.each([
    ['has no headline', { type: 'doc', content: [{ type: 'standfirst' }, paragraph] }],
    ['has no body', { type: 'doc', content: empty }],
    ['has an unknown node', { type: 'doc', content: [...empty, { type: 'iframe' }] }],
    [
      'has an unknown mark',
      {
        type: 'doc',
        content: [...empty, { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'font' }] }] }],
      },
    ],
    [
      'has strong words in the headline',
      {
        type: 'doc',
        content: [
          { type: 'headline', content: [{ type: 'text', text: 'x', marks: [{ type: 'strong' }] }] },
          { type: 'standfirst' },
          paragraph,
        ],
      },
    ],
    [
      'has an empty text',
      { type: 'doc', content: [...empty, { type: 'paragraph', content: [{ type: 'text', text: '' }] }] },
    ],
    ['has a figure without caption', { type: 'doc', content: [...empty, { type: 'figure' }] }],
    ['is another node', paragraph],
    ['is nothing', null],
    ['is words', 'doc'],
  ])('is refused when it %s', (_, json) => {
    expect(() => readDocument(json)).toThrow(/damaged/)
  })
})

function placesOf(document: Json, name: string): [Json, string][] {
  const [type = '', attribute = ''] = name.split('.')
  const here: [Json, string][] = document.type === type ? [[document, attribute]] : []
  const inside = [...(document.marks ?? []), ...(document.content ?? [])].flatMap((child) => placesOf(child, name))
  return [...here, ...inside]
}
