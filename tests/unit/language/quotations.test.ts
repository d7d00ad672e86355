import { describe, expect, it } from 'vitest'
import { analyzeText } from '../../../storage/language/analyze.ts'
import type { DetectedQuote } from '../../../storage/language/analyze.ts'
import { detectQuotations, quotationDetector } from '../../../storage/language/quotations/detect.ts'
import { readLanguageTag } from '../../../storage/model/language.ts'

function quotesOf(text: string, language = 'en'): readonly DetectedQuote[] {
  return analyzeText(text, readLanguageTag(language)).quotes
}

/** Each quotation as "words | speaker as written | name". */
function said(text: string): string[] {
  return quotesOf(text).map(({ text: words, speaker }) =>
    [words, speaker?.text ?? '-', speaker?.name ?? '-'].join(' | '),
  )
}

describe('the speaker of an English quotation', () => {
  it.each([
    ['before it', 'Mayor Ilse Varn said: “The bridge holds.”', 'The bridge holds. | Mayor Ilse Varn | Ilse Varn'],
    ['after it', '“The bridge holds,” Ilse Varn said.', 'The bridge holds, | Ilse Varn | Ilse Varn'],
    ['after the verb', '“The bridge holds,” said Ilse Varn.', 'The bridge holds, | Ilse Varn | Ilse Varn'],
    ['after a question', '“Does it hold?” asked Ilse Varn.', 'Does it hold? | Ilse Varn | Ilse Varn'],
    [
      'with an insertion between',
      '“It holds,” Ilse Varn, the mayor, told reporters.',
      'It holds, | Ilse Varn | Ilse Varn',
    ],
    ['with a relative clause between', '“It holds,” said Varn, who had climbed it.', 'It holds, | Varn | Varn'],
    ['before "who said"', 'It was Ilse Varn who said “the bridge holds.”', 'the bridge holds. | Ilse Varn | Ilse Varn'],
    [
      'behind "according to"',
      'The bridge “holds its own weight,” according to Ilse Varn.',
      'holds its own weight, | Ilse Varn | Ilse Varn',
    ],
    ['as owner of the words', 'Nobody liked Varn’s “bridge to nowhere” remark.', 'bridge to nowhere | Varn’s | Varn'],
    [
      'as owner of a statement',
      'The board heard Varn’s claim that the bridge “holds for good.”',
      'holds for good. | Varn’s | Varn',
    ],
    [
      'in the outer clause',
      'Ilse Varn said she thought the bridge would “hold for good.”',
      'hold for good. | Ilse Varn | Ilse Varn',
    ],
    [
      'with a participle',
      'Ilse Varn praised the bridge, calling it “a stubborn thing.”',
      'a stubborn thing. | Ilse Varn | Ilse Varn',
    ],
    [
      'as a body',
      'The ministry called the bridge “beyond repair for now.”',
      'beyond repair for now. | The ministry | -',
    ],
    ['in a label', 'Ilse Varn: “The bridge holds.”', 'The bridge holds. | Ilse Varn | Ilse Varn'],
  ])('%s', (_place, text, expected) => {
    expect(said(text)).toEqual([expected])
  })

  it('is carried over to the sentence behind the reporting clause', () => {
    expect(said('“It holds,” Ilse Varn said. “It will hold for us.”')).toEqual([
      'It holds, | Ilse Varn | Ilse Varn',
      'It will hold for us. | Ilse Varn | Ilse Varn',
    ])
  })

  it('is carried over from the sentence that announces it, over a paragraph too', () => {
    expect(said('Then Ilse Varn spoke to the crowd.\n\n“It will hold for us.”')).toEqual([
      'It will hold for us. | Ilse Varn | Ilse Varn',
    ])
  })

  it('resolves pronouns to who was introduced last', () => {
    const text =
      'Ilse Varn, the mayor, said the bridge “is done.”\n\nThe first to cross was Anton Brack, 91.\n\n“It is greyer,” he said.'
    expect(said(text).at(-1)).toBe('It is greyer, | he | Anton Brack')
  })

  it('resolves a title to the person who bears it', () => {
    const text = 'Mayor Ilse Varn met engineer Davit Oren on Friday.\n\n“It holds,” the mayor said.'
    expect(said(text)).toEqual(['It holds, | the mayor | Ilse Varn'])
  })

  it('gives the fullest form of a name', () => {
    expect(said('Foreign Minister Ilse Varn came. “It holds,” Varn said.')).toEqual(['It holds, | Varn | Ilse Varn'])
  })

  it('does not take a nation’s plural for a verb', () => {
    expect(said('Varn said the United States and its allies would “build it again.”')).toEqual([
      'build it again. | Varn | Varn',
    ])
  })
})

describe('what is one statement', () => {
  const statements = (text: string): number[] => quotesOf(text).map(({ statement }) => statement)

  it('goes on over its reporting clause', () => {
    expect(statements('“It holds,” Varn said. “It will hold.” Oren said: “We shall see.”')).toEqual([0, 0, 1])
  })

  it('goes on over paragraphs that repeat the opening mark', () => {
    const quotes = quotesOf('Varn said: “It holds.\n\n“It will hold.\n\n“It must.”')
    expect(quotes.map(({ statement }) => statement)).toEqual([0, 0, 0])
    expect(quotes.map(({ text }) => text)).toEqual(['It holds.', 'It will hold.', 'It must.'])
    expect(new Set(quotes.map(({ speaker }) => speaker?.name))).toEqual(new Set(['Varn']))
  })

  it('is not what somebody else answers', () => {
    expect(statements('“It holds,” said Varn.\n\n“It does not,” said Oren.')).toEqual([0, 1])
  })
})

describe('what is no speech', () => {
  it.each([
    ['a nickname', 'Anton “Rivet” Brack crossed first, and the band played on.'],
    ['the title of a programme', 'Varn spoke on the valley’s “Morning Hour” on Friday.'],
    ['a name of a thing', 'The bill, known as the “Act on Bridges and Fords” was passed.'],
    ['a term held at arm’s length', 'The town sold a “super toll” licence in May.'],
    ['an attribute of markup', '<tweet id="783499116076687360"> was left in the text.'],
    ['an opening mark that nothing closes', 'The bridge “holds for good. Nobody crossed it today.'],
    ['inches and apostrophes', "The 12\" bolt, the rock 'n' roll of the '80s and the boys' club."],
  ])('%s', (_what, text) => {
    expect(said(text)).toEqual([])
  })
})

describe('runs in every style of marks', () => {
  it.each([
    ['en', 'Varn said: “It holds.”', 'It holds.'],
    ['en', 'Varn said: "It holds."', 'It holds.'],
    ['en', "Varn said: ''It holds.''", 'It holds.'],
    ['en', 'Varn said: ‘It doesn’t matter.’', 'It doesn’t matter.'],
    ['en', 'Varn said: “He called it ‘mine’ and left.”', 'He called it ‘mine’ and left.'],
    ['de', 'Varn sagte: „Sie hält.“', 'Sie hält.'],
    ['de', 'Varn sagte: »Sie hält.«', 'Sie hält.'],
    ['fr', 'Varn a dit : « Il tient. »', ' Il tient. '],
    ['pl', 'Varn powiedziała: „Trzyma się.”', 'Trzyma się.'],
    ['ru', 'Варн сказала: «Газета „Путь“ права».', 'Газета „Путь“ права'],
    ['ja', 'ヴァーンは「橋は大丈夫だ」と言った。', '橋は大丈夫だ'],
  ])('%s %s', (language, text, words) => {
    expect(quotesOf(text, language).map((quote) => quote.text)).toEqual([words])
  })
})

describe('offsets', () => {
  it('count UTF-16 units of the text as given, the words between the marks', () => {
    const text = '\ufeff  👩🏽‍✈️ Title\r\n\r\n“It holds,” Ilse Varn said.'
    for (const quote of quotesOf(text)) {
      expect(text.slice(quote.from, quote.to)).toBe(quote.text)
      expect(text.slice(quote.from - 1, quote.to + 1)).toBe(`“${quote.text}”`)
      expect(text.slice(quote.speaker?.from, quote.speaker?.to)).toBe('Ilse Varn')
      expect(text.slice(quote.cue?.from, quote.cue?.to)).toBe('said')
    }
    expect(quotesOf(text)).toHaveLength(1)
  })

  it('count from the start of the block where blocks are given', () => {
    const found = detectQuotations(['Title', '', 'Varn said: “It holds.”'], 'en')
    expect(found).toMatchObject([
      { block: 2, from: 12, to: 21, outerFrom: 11, outerTo: 22, speaker: { block: 2, from: 0 } },
    ])
  })
})

it('gives the same for a text that was changed and read again as for a text read once', () => {
  const detect = quotationDetector('en')
  const before = ['“It holds,” Ilse Varn said.', '“It will,” she added.']
  detect(before)
  const after = ['“It holds,” Petra Lind said.', '“It will,” she added.', 'Varn: “No.”']
  expect(detect(after)).toEqual(detectQuotations(after, 'en'))
})
