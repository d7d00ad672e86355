import { describe, expect, it } from 'vitest'
import { buildDocument } from '../../../storage/model/document.ts'
import { quoteIdSchema } from '../../../storage/model/ids.ts'
import { newQuote } from '../../../storage/model/quote.ts'
import type { Quote } from '../../../storage/model/quote.ts'
import { ninjs } from '../../../storage/publish/formats/ninjs.ts'
import { profileProblems } from '../../../storage/publish/profile.ts'
import { hasOfficialSchema, officialErrors } from './official-schema.ts'
import { inPrint, photoOf } from './in-print.ts'
import { block, figure, footbridge, p, quoted, quoteId, record, speaker, withQuotes } from './story.ts'

const otherQuote = quoteIdSchema.parse('0196a000-0000-7000-8000-0000000000a2')

function write(print: ReturnType<typeof inPrint>): Record<string, unknown> {
  return JSON.parse(ninjs.write(print)) as Record<string, unknown>
}

const armenianStory = {
  record: record({
    language: 'hy' as never,
    slug: 'ԿԱՄՈՒՐՋ-ԱՐՈՒ' as never,
    subjects: [
      { code: 'medtop:20000343', name: 'ջրային տրանսպորտ' },
      { code: 'house:bridges', name: 'կամուրջներ' },
    ],
    keywords: ['դպրոց'],
    embargo: '2026-05-04T05:00:00.000Z',
    editorsNote: 'Լուսանկարը՝ միայն հատվածով։',
    genre: 'Current',
    sources: ['Արու գյուղի դպրոց'],
    byline: [],
  }),
  document: withQuotes(
    buildDocument('Կամուրջը «բացվեց»', '', [
      figure(photoOf('xmp').id, 'Ցուցանակ՝ «Փակ է» <այսօր>', { alt: 'Ցուցանակ "Փակ է" & սլաք', credit: 'Ն. Արամյան' }),
      figure(null, 'Պատկերը դեռ չի եկել։'),
      figure(photoOf('plain').id, 'Զարդանկար', { decorative: true, credit: 'Halyard' }),
      p('Նա ասաց. ', quoted('«Հաշվեցինք իննսուն տախտակ»'), '։ 🎉'),
      block('blockquote', p(quoted('«Ամեն մեկը նոր է»', otherQuote))),
    ]),
    [
      {
        ...newQuote(quoteId, 'direct', speaker),
        said: { to: 'Halyard', where: 'Արու', when: '3 May', event: '' },
        source: { kind: 'recording', title: 'ձայնագրություն', url: 'https://example.org/ձայն', timecode: '00:01:02' },
        original: { language: 'ru', words: '«Насчитали девяносто досок»', translator: 'Ն. Արամյան' },
      } as Quote,
      newQuote(otherQuote, 'partial', null),
    ],
  ),
}

describe('ninjs', () => {
  const stories = {
    'a plain story': () => inPrint(footbridge(photoOf('xmp').id)),
    'an Armenian story with everything in it': () => inPrint(armenianStory),
    'a correction': () => inPrint(footbridge(photoOf('xmp').id), 'correction'),
    'a kill': () => inPrint(footbridge(photoOf('xmp').id), 'kill'),
    'a story without byline, dateline, publisher or photo': () =>
      inPrint({
        record: record({ byline: [], dateline: null }),
        document: buildDocument('Headline', '', [p('Text.')]),
      }),
  }

  for (const [name, print] of Object.entries(stories)) {
    it.skipIf(!hasOfficialSchema)(`is valid by the official schema: ${name}`, () => {
      expect(officialErrors(write(print()))).toEqual([])
    })
    it(`holds to our profile: ${name}`, () => {
      expect(profileProblems(write(print()))).toEqual([])
    })
  }

  it('gives each photo its caption, alt text, credit and files', () => {
    const item = write(inPrint(armenianStory))
    expect(item['associations']).toMatchObject([
      {
        name: 'photo-1',
        rel: 'illustrates',
        type: 'picture',
        by: 'Nune Aramian, Pavel Orlov',
        contentCreated: '2026-05-03T09:15:00+04:00',
        edNote: 'MANDATORY CREDIT',
        places: [{ name: 'Aru, Syunik, Armenia', rel: 'about' }],
        descriptions: [
          { role: 'caption', value: 'Ցուցանակ՝ «Փակ է» <այսօր>' },
          { role: 'altText', value: 'Ցուցանակ "Փակ է" & սլաք' },
          { role: 'creditline', value: 'Ն. Արամյան' },
          { role: 'extendedDescription' },
        ],
        renditions: [{ name: 'main', href: 'bundle://media/%D5%AC-main.jpg', contentType: 'image/jpeg' }],
      },
      { name: 'photo-2', representationType: 'partial', descriptions: [{ role: 'caption' }] },
      { name: 'photo-3', descriptions: [{ role: 'caption' }, { role: 'altText', value: '' }, { role: 'creditline' }] },
      {
        name: 'quote-1',
        rel: 'quotation',
        type: 'component',
        bodies: [{ value: 'Հաշվեցինք իննսուն տախտակ' }],
        people: [{ name: 'Karine Petrosian', rel: 'speaker' }],
        infoSources: [{ role: 'recording', uri: 'https://example.org/%D5%B1%D5%A1%D5%B5%D5%B6' }],
        associations: [{ rel: 'original', language: 'ru', bodies: [{ value: '«Насчитали девяносто досок»' }] }],
      },
      { name: 'quote-2', bodies: [{ value: 'Ամեն մեկը նոր է' }] },
    ])
    expect((item['associations'] as { renditions?: unknown }[])[1]).not.toHaveProperty('renditions')
  })

  it('names quotations and photos in the HTML body, which the plain one says in words alone', () => {
    const item = write(inPrint(armenianStory))
    const [plain, html] = item['bodies'] as { value: string; wordCount: number }[]
    expect(plain?.value).toBe('Aru — Նա ասաց. «Հաշվեցինք իննսուն տախտակ»։ 🎉\n\n«Ամեն մեկը նոր է»')
    expect(plain?.wordCount).toBe(9)
    expect(html?.value).toContain('<span data-assoc="quote-1">«Հաշվեցինք իննսուն տախտակ»</span>')
    expect(html?.value).toContain('alt="Ցուցանակ &quot;Փակ է&quot; &amp; սլաք"')
    expect(html?.value).toContain('<figure data-assoc="photo-2"><figcaption>')
  })

  it('says embargo, subjects, sources and notes to editors', () => {
    expect(write(inPrint(armenianStory))).toMatchObject({
      embargoedUntil: '2026-05-04T05:00:00.000Z',
      edNote: 'Լուսանկարը՝ միայն հատվածով։',
      infoSources: [{ name: 'Արու գյուղի դպրոց' }],
      subjects: [
        { uri: 'http://cv.iptc.org/newscodes/mediatopic/20000343', literal: 'medtop:20000343' },
        { literal: 'house:bridges' },
        { name: 'դպրոց' },
      ],
      slugline: 'ԿԱՄՈՒՐՋ-ԱՐՈՒ',
    })
  })
})

describe('profileProblems', () => {
  const spoiled = (spoil: (item: Record<string, unknown>) => void): string[] => {
    const item = write(inPrint(footbridge(photoOf('xmp').id)))
    spoil(item)
    return profileProblems(item).map(({ problem }) => problem)
  }
  const photo = (item: Record<string, unknown>): { descriptions: { role: string }[]; renditions: unknown[] } =>
    (item['associations'] as never[])[0] as never

  it.each([
    ['no headline', (item: Record<string, unknown>) => (item['headlines'] = []), 'has no headline'],
    ['no plain body', (item: Record<string, unknown>) => (item['bodies'] = []), 'has no plain text'],
    [
      'no origin',
      (item: Record<string, unknown>) => {
        delete item['by']
        delete item['infoSources']
      },
      'names neither author nor source',
    ],
    ['no caption', (item: Record<string, unknown>) => photo(item).descriptions.shift(), 'has no caption'],
    [
      'no alt text',
      (item: Record<string, unknown>) => photo(item).descriptions.splice(1, 1),
      'has no alt text and is not decorative',
    ],
    ['no credit', (item: Record<string, unknown>) => photo(item).descriptions.splice(2, 1), 'has no credit'],
    ['no file', (item: Record<string, unknown>) => photo(item).renditions.splice(0), 'has no file'],
    [
      'a kill without a reason',
      (item: Record<string, unknown>) => (item['pubStatus'] = 'canceled'),
      'is withdrawn without saying so to editors',
    ],
  ])('finds %s', (_name, spoil, problem) => {
    expect(spoiled(spoil)).toContain(problem)
  })

  it.each(['language', 'version', 'firstCreated', 'versionCreated', 'uri', 'slugline'])('asks for %s', (member) => {
    expect(spoiled((item) => Reflect.deleteProperty(item, member))).toHaveLength(1)
  })

  it('passes over a tag that holds no words', () => {
    const document = withQuotes(buildDocument('Head', '', [p('The bridge', quoted(' '), 'stands.')]), [
      newQuote(quoteId, 'direct', null),
    ])
    const print = inPrint({ record: record(), document })
    expect(print.quotations).toEqual([])
    expect(profileProblems(write(print))).toEqual([])
  })
})
