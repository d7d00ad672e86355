import type { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { checkStory } from '../../../storage/checks/check-story.ts'
import type { CheckInput } from '../../../storage/checks/check-story.ts'
import { findingSchema } from '../../../storage/checks/finding.ts'
import type { Finding } from '../../../storage/checks/finding.ts'
import { rules } from '../../../storage/checks/rules/index.ts'
import { mediaIdSchema, storyIdSchema } from '../../../storage/model/ids.ts'
import { languageTagSchema } from '../../../storage/model/language.ts'
import type { Photo } from '../../../storage/model/photo.ts'
import { newQuote } from '../../../storage/model/quote.ts'
import type { Quote } from '../../../storage/model/quote.ts'
import { newRecord, slugSchema } from '../../../storage/model/record.ts'
import type { StoryRecord } from '../../../storage/model/record.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { defaultSettings } from '../../../storage/model/settings.ts'
import { english, ferryQuoteId, storyId } from '../../fixtures/stories.ts'

const media = mediaIdSchema.parse('c'.repeat(64))
const now = new Date('2026-03-14T12:00:00.000Z')

const line = (type: string, text: string): Node => schema.node(type, null, text === '' ? [] : schema.text(text))
const paragraph = (text: string): Node => line('paragraph', text)

interface Draft {
  readonly headline?: string
  readonly standfirst?: string
  readonly body?: readonly Node[]
  readonly quote?: Quote
  readonly record?: Partial<StoryRecord>
  readonly photo?: Partial<Photo['description']>
  readonly neighbours?: CheckInput['neighbours']
}

const lead = 'The only bridge of the town opened again on Saturday, nine years after the flood.'

function inputOf(draft: Draft): CheckInput {
  const photo: Photo = {
    id: media,
    name: 'bridge.jpg',
    type: 'image/jpeg',
    bytes: 1000,
    width: 1600,
    height: 1067,
    added: '2026-03-14T09:00:00.000Z',
    description: {
      caption: '',
      alt: '',
      extendedDescription: '',
      headline: '',
      creator: '',
      credit: '',
      copyright: '',
      source: '',
      created: '',
      location: { city: '', state: '', country: '' },
      people: [],
      keywords: [],
      instructions: '',
      usageTerms: '',
      digitalSourceType: '',
      ...draft.photo,
    },
  }
  const quotes = draft.quote === undefined ? {} : { [draft.quote.id]: draft.quote }
  const document = schema.node('doc', { quotes }, [
    line('headline', draft.headline ?? 'Bridge opens in Sevran'),
    line('standfirst', draft.standfirst ?? ''),
    ...(draft.body ?? [paragraph(lead)]),
  ])
  document.check()
  const record = newRecord({
    id: storyId,
    language: english,
    slug: slugSchema.parse('BRIDGE'),
    created: '2026-03-14T09:00:00.000Z',
    byline: ['Nora Haldis'],
  })
  return {
    record: { ...record, ...draft.record },
    document,
    photos: new Map([[media, photo]]),
    settings: defaultSettings,
    now,
    ...(draft.neighbours === undefined ? {} : { neighbours: draft.neighbours }),
  }
}

function figure(attributes: Record<string, unknown>, caption: string): Node {
  return schema.node('figure', attributes, line('caption', caption))
}

/** Findings as "severity rule: place", each held to the schema that crosses the boundary. */
function found(draft: Draft): string[] {
  return checkStory(inputOf(draft)).findings.map((finding) => {
    findingSchema.parse(finding)
    return `${finding.severity} ${finding.rule}: ${finding.where.place}`
  })
}

function finding(draft: Draft, rule: string): Finding {
  return checkStory(inputOf(draft)).findings.find((one) => one.rule === rule) ?? expect.fail(`no ${rule}`)
}

const sound = figure(
  { media, alt: 'An arched steel bridge in mist', credit: 'Mira Tolde/KVA' },
  'Residents cross it in Sevran.',
)

it('a sound story passes every rule', () => {
  const result = checkStory(inputOf({ body: [paragraph(lead), sound] }))
  expect(result).toEqual({ findings: [], passed: rules.length })
})

it('every rule has a name of its own', () => {
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length)
})

describe('what each rule finds', () => {
  const cases: readonly (readonly [string, Draft, string[]])[] = [
    ['no headline', { headline: ' ' }, ['error headline-missing: Headline']],
    ['a headline of 81 letters', { headline: 'e\u0301'.repeat(81) }, ['warning line-length: Headline']],
    ['a headline of 80 letters in 160 code units', { headline: 'e\u0301'.repeat(80) }, []],
    ['a long standfirst', { standfirst: 'one word '.repeat(40) }, ['warning line-length: Standfirst']],
    ['no text', { body: [paragraph('')] }, ['error body-missing: Paragraph 1']],
    ['only a caption', { body: [sound] }, ['error body-missing: Caption of photo 1']],
    [
      'another language',
      { record: { language: languageTagSchema.parse('ru') }, body: [paragraph(lead.repeat(4))] },
      ['warning language-mismatch: Language'],
    ],
    ['no language', { record: { language: languageTagSchema.parse('und') } }, ['error language-mismatch: Language']],
    ['neither byline nor source', { record: { byline: [] } }, ['warning byline-missing: Byline']],
    ['a source in place of a byline', { record: { byline: [], sources: ['KVA'] } }, []],
    ['an embargo that is over', { record: { embargo: '2026-03-14T11:00:00.000Z' } }, ['warning embargo-past: Embargo']],
    ['an embargo to come', { record: { embargo: '2026-03-14T13:00:00.000Z' } }, []],
    ['TK', { body: [paragraph(`${lead} It cost TK crowns.`)] }, ['error tk-left: Paragraph 1']],
    ['TK inside a word', { body: [paragraph(`${lead} The ATKA line.`)] }, []],
    ['a word twice', { body: [paragraph(`${lead} It was the the end.`)] }, ['hint double-word: Paragraph 1']],
    ['a name twice', { body: [paragraph(`${lead} The band Duran Duran played; they had had tea.`)] }, []],
    [
      'a mark without partner',
      { body: [paragraph(`${lead} It was “closed.`)] },
      ['warning unbalanced-marks: Paragraph 1'],
    ],
    [
      'a quotation over paragraphs',
      { body: [paragraph(`${lead} “It holds.`), paragraph('“It will.”')] },
      ['hint quotation-untagged: Paragraph 1'],
    ],
    [
      'a figure without photo',
      { body: [paragraph(lead), figure({}, 'Residents cross it.')] },
      ['warning figure-without-photo: Photo 1'],
    ],
    [
      'a photo without anything',
      { body: [paragraph(lead), figure({ media }, '')] },
      [
        'error caption-missing: Caption of photo 1',
        'error alt-missing: Alt text of photo 1',
        'error credit-missing: Credit of photo 1',
      ],
    ],
    [
      'a photo that inherits from its file',
      { body: [paragraph(lead), figure({ media }, 'Residents cross.')], photo: { alt: 'A bridge', creator: 'Mira' } },
      [],
    ],
    [
      'an alt text emptied on purpose',
      { body: [paragraph(lead), figure({ media, alt: '', credit: 'KVA' }, 'Residents.')], photo: { alt: 'A bridge' } },
      ['error alt-missing: Alt text of photo 1'],
    ],
    ['a decorative photo', { body: [paragraph(lead), figure({ media, decorative: true, credit: 'KVA' }, '')] }, []],
    [
      'an alt text that repeats the caption',
      {
        body: [
          paragraph(lead),
          figure({ media, alt: 'Residents cross it in sevran', credit: 'KVA' }, 'Residents cross it in Sevran.'),
        ],
      },
      ['warning alt-repeats-caption: Alt text of photo 1'],
    ],
    [
      'a file’s name as alt text',
      { body: [paragraph(lead), figure({ media, alt: 'DSC_4471.JPG', credit: 'KVA' }, 'Residents cross.')] },
      ['warning alt-words: Alt text of photo 1'],
    ],
    [
      'a caption with the agency in front',
      { body: [paragraph(lead), figure({ media, alt: 'A bridge', credit: 'KVA' }, 'KVA - Residents cross.')] },
      ['hint caption-prefix: Caption of photo 1'],
    ],
    [
      'a caption beyond the limit',
      { body: [paragraph(lead), figure({ media, alt: 'A bridge', credit: 'KVA' }, 'one word '.repeat(60))] },
      ['warning caption-length: Caption of photo 1'],
    ],
    [
      'untagged quotations',
      { body: [paragraph('“It holds,” Ilse Varn said on the day that it opened. “It will.”')] },
      ['hint quotation-untagged: Paragraph 1'],
    ],
  ]
  it.each(cases)('%s', (_what, draft, expected) => {
    expect(found(draft)).toEqual(expected)
  })
})

describe('tagged quotations', () => {
  const mark = schema.mark('quote', { id: ferryQuoteId })
  const body = (first: string): Node[] => [
    schema.node('paragraph', null, [
      schema.text(first, [mark]),
      schema.text(' Ilse Varn said on the day that it opened again. '),
      schema.text('“It will hold.”', [mark]),
    ]),
  ]
  const varn = { entity: null, name: 'Ilse Varn', role: '' }
  const verified = (words: string): Quote => ({
    ...newQuote(ferryQuoteId, 'direct', varn),
    verification: { state: 'verified', words, sha256: 'a'.repeat(64), by: 'Nora', at: '2026-03-14T10:00:00.000Z' },
  })

  it('need a speaker, and the one the text names is offered', () => {
    const draft = { body: body('“It holds,”'), quote: newQuote(ferryQuoteId, 'direct', null) }
    expect(found(draft)).toEqual(['warning quotation-without-speaker: Quotation'])
    expect(finding(draft, 'quotation-without-speaker').fix).toEqual({
      label: 'Set speaker to Ilse Varn',
      change: { kind: 'tagSpeaker', id: ferryQuoteId, speaker: varn },
    })
  })

  it('pass while they say what was verified, whatever the marks', () => {
    expect(found({ body: body('“It holds,”'), quote: verified('It holds. It will hold.') })).toEqual([])
    expect(found({ body: body('“It [the bridge] holds,”'), quote: verified('It holds. It will hold.') })).toEqual([])
    expect(found({ body: body('“It holds …”'), quote: verified('It holds as ever. It will hold.') })).toEqual([])
  })

  it('are an error when a word differs from what was verified', () => {
    const draft = { body: body('“It held,”'), quote: verified('It holds. It will hold.') }
    expect(found(draft)).toEqual(['error quotation-changed: Quotation, Ilse Varn'])
  })
})

describe('a fix mends what it was offered for', () => {
  function mended(draft: Draft, rule: string): string {
    const { fix } = finding(draft, rule)
    const { document } = inputOf(draft)
    if (fix?.change.kind !== 'replaceText') return expect.fail('no change of text')
    const { from, to, text } = fix.change
    return document.textBetween(0, from, '|') + text + document.textBetween(to, document.content.size, '|')
  }

  it('removes the prefix and nothing else', () => {
    const draft = {
      body: [paragraph(lead), figure({ media, alt: 'A bridge', credit: 'KVA' }, 'KVA - Residents cross.')],
    }
    expect(mended(draft, 'caption-prefix')).toBe(`Bridge opens in Sevran||${lead}|Residents cross.`)
  })

  it('removes the second of two words', () => {
    expect(mended({ body: [paragraph('It was the the end.')] }, 'double-word')).toBe(
      'Bridge opens in Sevran||It was the end.',
    )
  })

  it('removes what devices say anyway', () => {
    const draft = {
      body: [paragraph(lead), figure({ media, alt: 'Photo of an arched bridge', credit: 'KVA' }, 'Residents.')],
    }
    expect(finding(draft, 'alt-words').fix?.change).toMatchObject({ attributes: { alt: 'An arched bridge' } })
  })

  it('sets the language that the text is in, and removes the embargo', () => {
    const wrong = { record: { language: languageTagSchema.parse('hy') }, body: [paragraph(lead.repeat(4))] }
    expect(finding(wrong, 'language-mismatch').fix?.change).toEqual({ kind: 'setRecord', patch: { language: 'en' } })
    const over = { record: { embargo: '2026-03-14T11:00:00.000Z' } }
    expect(finding(over, 'embargo-past').fix?.change).toEqual({ kind: 'setRecord', patch: { embargo: null } })
  })
})

it('errors come first, then warnings, then hints, each in reading order', () => {
  const draft = {
    headline: '',
    body: [paragraph('It was the the end. TK'), figure({}, 'Residents cross.'), paragraph('TK “')],
  }
  expect(found(draft)).toEqual([
    'error headline-missing: Headline',
    'error tk-left: Paragraph 1',
    'error tk-left: Paragraph 2',
    'warning figure-without-photo: Photo 1',
    'warning unbalanced-marks: Paragraph 2',
    'hint double-word: Paragraph 1',
  ])
})

it('counts the places of the text, not of the page', () => {
  const { where } = finding({ body: [paragraph('One.'), sound, paragraph('TK')] }, 'tk-left')
  expect(where.place).toBe('Paragraph 2')
  expect(
    where.kind === 'text'
      ? inputOf({ body: [paragraph('One.'), sound, paragraph('TK')] }).document.textBetween(where.from, where.to)
      : '',
  ).toBe('TK')
})

describe('another story of the slug', () => {
  const other = {
    id: storyIdSchema.parse('01938f2a-5c00-7d31-9a42-6f0e1b2c3dff'),
    slug: slugSchema.parse('BRIDGE'),
    headline: 'Bridge “closed” again',
    updated: '2026-03-14T21:00:00.000Z',
    translation: null,
  }
  const hints = (neighbours: CheckInput['neighbours'], record: Partial<StoryRecord> = {}): string[] =>
    found({ neighbours, record, body: [paragraph(lead), sound] }).filter((line) => line.includes('slug-twice'))

  it('is told when it is of the same day', () => {
    expect(hints([other])).toEqual(['hint slug-twice: Slug'])
    expect(finding({ neighbours: [other] }, 'slug-twice').message).toContain('“Bridge “closed” again”')
  })

  it('is not told when it is of another day, of another slug, the story itself or its other language', () => {
    expect(hints([{ ...other, updated: '2026-03-15T00:10:00.000Z' }])).toEqual([])
    expect(hints([{ ...other, slug: slugSchema.parse('BRIDGES') }])).toEqual([])
    expect(hints([{ ...other, id: storyId }])).toEqual([])
    expect(hints([{ ...other, translation: { of: storyId, version: 1 } }])).toEqual([])
    const translation = { of: other.id, version: 1 }
    expect(hints([other], { translation })).toEqual([])
    expect(hints([{ ...other, id: storyId, translation }], { translation })).toEqual([])
  })
})
