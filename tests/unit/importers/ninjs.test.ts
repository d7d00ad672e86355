import { describe, expect, it } from 'vitest'
import { importFile } from '../../../storage/importers/import-file.ts'
import type { ImportedStory } from '../../../storage/importers/imported-story.ts'
import { figures } from '../../../storage/model/figures.ts'
import { quotations, quotationText } from '../../../storage/model/quotations.ts'
import { headlineOf } from '../../../storage/model/summary.ts'

function imported(item: object, name = 'item.json'): Promise<ImportedStory> {
  return importFile({ name, bytes: new TextEncoder().encode(JSON.stringify(item)) })
}

const picture = {
  name: 'a1',
  uri: 'tag:p',
  type: 'picture',
  descriptions: [
    { role: 'caption', value: 'The new rope.' },
    { role: 'altText', value: 'A bell.' },
    { role: 'creditline', value: 'Photo: D. Hale' },
  ],
  renditions: [
    { name: 'thumbnail', href: 'https://example.org/s.jpg', width: 90 },
    { name: 'main', href: 'https://example.org/l.jpg', width: 1600 },
  ],
}

describe('an item of another system', () => {
  it('comes in with its text, photo where the text places it, quotation and record', async () => {
    const story = await imported({
      standard: { name: 'ninjs', version: '3.0' },
      uri: 'tag:example.org,2026:1',
      language: 'en-GB',
      slugline: 'FERRY-VOTE',
      by: 'By Lena Orsk and Davit Hale',
      located: 'Port Amel',
      urgency: 99,
      embargoedUntil: '2026-03-04T10:10:00+04:00',
      subjects: [{ name: 'transport', literal: 'medtop:20000343' }, { name: 'ferries' }, 7],
      headlines: [{ role: 'main', value: 'The ferry bell rings' }],
      bodies: [
        { role: 'main', contentType: 'text/plain', value: 'Not this.' },
        {
          role: 'main',
          contentType: 'application/xhtml+xml',
          value:
            '<p>Port Amel — It rings.</p><img data-assoc-ref="a1"/><figure><blockquote data-assoc="q1"><p>“It rings,” she said.</p></blockquote><figcaption>Ana Vell</figcaption></figure><script>run()</script>',
        },
      ],
      associations: [
        picture,
        { name: 'q1', rel: 'quotation', uri: 'tag:q', people: [{ name: 'Ana Vell', rel: 'speaker' }] },
      ],
    })
    expect(story.document.children.map((node) => `${node.type.name}: ${node.textContent}`)).toEqual([
      'headline: The ferry bell rings',
      'standfirst: ',
      'paragraph: It rings.',
      'figure: The new rope.',
      'blockquote: “It rings,” she said.',
    ])
    expect(story.fields).toMatchObject({
      language: 'en-GB',
      slug: 'FERRY-VOTE',
      byline: ['Lena Orsk', 'Davit Hale'],
      dateline: { place: 'Port Amel' },
      embargo: '2026-03-04T06:10:00.000Z',
      subjects: [{ code: 'medtop:20000343', name: 'transport' }],
      keywords: ['ferries'],
    })
    expect(story.fields.urgency).toBeUndefined()
    expect(figures(story.document)[0]?.attributes).toMatchObject({ alt: 'A bell.', credit: 'Photo: D. Hale' })
    expect(story.photos?.[0]?.places).toEqual(['https://example.org/l.jpg', 'https://example.org/s.jpg'])
    const [quotation] = quotations(story.document)
    expect(quotation?.quote.speaker?.name).toBe('Ana Vell')
    expect(quotation === undefined ? '' : quotationText(quotation)).toContain('It rings')
  })

  it('of the first branch is read by its older names, and a photo that the text does not place opens it', async () => {
    const story = await imported({
      uri: 'http://example.org/1',
      headline: 'The ferry bell rings',
      byline: 'Lena Orsk',
      body_text: 'It rings in May.\n\nIt rings in June.',
      associations: { a1: { type: 'picture', description_caption: 'The new rope.' } },
    })
    expect(headlineOf(story.document)).toBe('The ferry bell rings')
    expect(story.document.children.slice(2).map((node) => node.textContent)).toEqual([
      'The new rope.',
      'It rings in May.',
      'It rings in June.',
    ])
  })

  it('that withdraws a story says so', async () => {
    const story = await imported({ uri: 'tag:x', pubStatus: 'canceled', bodies: [{ value: 'Do not use this story.' }] })
    expect(story.warnings).toMatchObject([{ code: 'was_withdrawn' }])
  })

  it.each([
    ['a picture', 'a.json', picture, 'unsupported_format'],
    ['JSON of another kind', 'a.json', { version: 1 }, 'unsupported_format'],
    ['a story of Galley that is none', 'a.json', { format: 2, record: {}, document: {} }, 'invalid_input'],
  ])('is refused when it is %s', async (_what, name, item, code) => {
    await expect(imported(item, name)).rejects.toMatchObject({ code })
  })
})
