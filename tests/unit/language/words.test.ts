import { describe, expect, it } from 'vitest'
import { sentences } from '../../../storage/language/sentences.ts'
import { similarity } from '../../../storage/language/similarity.ts'
import { slugFrom } from '../../../storage/language/slug.ts'
import { editorialMarks, keepsWords, verbatimWords } from '../../../storage/language/verbatim.ts'

describe('a slug', () => {
  it.each([
    ['en', 'Mountain Town Walks Across Its Own Bridge Again', 'MOUNTAIN-TOWN-WALKS'],
    ['en', 'The mayor’s bridge: “It holds”', 'MAYOR-BRIDGE-HOLDS'],
    ['ru', 'Портовый город возвращает ночной паром', 'ПОРТОВЫЙ-ГОРОД-ВОЗВРАЩАЕТ'],
    ['hy', 'Ո՞վ է վերադարձնում գնացքը', 'ՈՎ-ՎԵՐԱԴԱՐՁՆՈՒՄ-ԳՆԱՑՔԸ'],
    ['fa', 'کشتی‌ها به جزیره بازگشتند', 'کشتیها-جزیره-بازگشتند'],
    ['tr', 'İzmir’in ışığı', 'İZMİRİN-IŞIĞI'],
    ['en', '“!?” …', 'STORY'],
    ['en', 'a of the', 'A-OF-THE'],
  ])('%s: %s', (language, headline, slug) => {
    expect(slugFrom(headline, language)).toBe(slug)
  })
})

describe('similarity', () => {
  it('does not mind case, punctuation and spaces', () => {
    expect(similarity('A bridge, in mist.', 'a  BRIDGE in mist')).toBe(1)
  })
  it('is none between nothing and anything', () => {
    expect(similarity('', 'a')).toBe(0)
    expect(similarity('', '')).toBe(0)
    expect(similarity('bridge', 'ferry')).toBe(0)
  })
  it('falls with every other word', () => {
    expect(similarity('a bridge in mist', 'a bridge in fog')).toBe(0.75)
  })
})

describe('sentences', () => {
  const texts = (text: string, language: string): string[] => sentences(text, language).map((part) => part.text)
  it('do not end at a title or an initial', () => {
    expect(texts('Dr. Roth met J. Varn. They talked.', 'en')).toEqual(['Dr. Roth met J. Varn.', 'They talked.'])
  })
  it('end with the Armenian verjaket', () => {
    expect(texts('Կամուրջը բացվեց։ Բոլորն անցան։', 'hy')).toEqual(['Կամուրջը բացվեց։', 'Բոլորն անցան։'])
  })
})

describe('the words of a verified quotation', () => {
  const verified = 'We carried our bread down the gorge for nine winters.'

  it.each([
    ['the same words', verified],
    ['other marks around them', `“${verified}”`],
    ['a comma before the reporting clause', '“We carried our bread down the gorge for nine winters,”'],
    ['an insertion', 'We [the town] carried our bread down the gorge for nine winters.'],
    ['an omission', 'We carried our bread … for nine winters.'],
    ['an omission in brackets', 'We carried our bread [...] for nine winters.'],
    ['an omission at the end', 'We carried our bread …'],
    ['another normal form', verified.normalize('NFD')],
  ])('are kept by %s', (_how, printed) => {
    expect(keepsWords(verified, printed)).toBe(true)
  })

  it.each([
    ['another word', 'We carried our milk down the gorge for nine winters.'],
    ['a word less', 'We carried bread down the gorge for nine winters.'],
    ['a word more', 'We carried all our bread down the gorge for nine winters.'],
    ['another order', 'For nine winters we carried our bread down the gorge.'],
    ['an insertion in place of a word', 'We carried our [milk] down the gorge for nine winters.'],
    ['an omission with other words behind', 'We carried our bread … for ten winters.'],
    ['nothing', ''],
  ])('are changed by %s', (_how, printed) => {
    expect(keepsWords(verified, printed)).toBe(false)
  })

  it('are frozen in one form however they were typeset', () => {
    expect(verbatimWords('“It ‘holds’ –  for\u00a0now...”')).toBe(verbatimWords('"It \'holds\' - for now…"'))
    expect(verbatimWords('«Քանի՞ նավ։»')).toBe('Քանի՞ նավ։')
  })

  it('come with a list of what the editor did to them', () => {
    expect(editorialMarks('They [the inspectors] came … and [Nikol] signed [...] it')).toEqual({
      insertions: ['the inspectors', 'Nikol'],
      omissions: 2,
    })
  })
})
