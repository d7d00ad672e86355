import { describe, expect, it } from 'vitest'
import { effectiveAlt, effectiveCredit, figures } from '../../../storage/model/figures.ts'
import { directionOf, primaryLanguage, readLanguageTag } from '../../../storage/model/language.ts'
import { quotationText, quotations } from '../../../storage/model/quotations.ts'
import { photoSchema } from '../../../storage/model/photo.ts'
import { readLinkAddress } from '../../../storage/model/schema/address.ts'
import { headlineOf } from '../../../storage/model/summary.ts'
import { countCharacters, countWords, plainText, textBlocks, wordCount } from '../../../storage/model/text.ts'
import { sampleDocument } from '../../fixtures/stories.ts'

describe('the words of a story', () => {
  it.each([
    ['', 0],
    ['one two', 2],
    ['don’t re-enter 3.5', 3],
    ['Քանի՞ նավ։', 2],
    ['«Ёлочки» — „лапки“', 2],
    ['قایق‌ها بازگشتند', 2],
    ['e\u0301te\u0301', 1],
    ['🛶 … —', 0],
  ])('in %j are %i', (text, words) => {
    expect(countWords(text)).toBe(words)
  })

  it('are characters as a reader counts them', () => {
    expect(countCharacters('e\u0301👩🏽‍🚒Ա')).toBe(3)
  })

  it('stand in reading order, each where it begins', () => {
    const document = sampleDocument()
    const blocks = textBlocks(document)
    expect(blocks[0]?.text).toBe('The ferry at Vernashat returns')
    for (const { pos, text } of blocks) {
      expect(document.textBetween(pos + 1, pos + 1 + text.length)).toBe(text)
    }
    expect(headlineOf(document)).toBe(blocks[0]?.text)
    expect(plainText(document)).toContain('Քանի՞ նավ։\n\nقایق‌ها بازگشتند')
    expect(plainText(document)).not.toMatch(/\n\n$/)
  })

  it('are counted without captions', () => {
    const document = sampleDocument()
    const all = countWords(plainText(document))
    expect(all - wordCount(document)).toBe(countWords('Переправа у Вернашата, утро.'))
  })
})

describe('what is tagged in a story', () => {
  it('is one quotation though it lies in two runs', () => {
    const found = quotations(sampleDocument())
    expect(found).toHaveLength(1)
    expect(found[0]?.runs.map(({ text }) => text)).toEqual(['“The river never asked us', 'to wait.”'])
    expect(found.map(quotationText)).toEqual(['“The river never asked us to wait.”'])
  })

  it('is a figure whose alt and credit fall back to the photo’s', () => {
    const [figure] = figures(sampleDocument())
    const attributes = figure?.attributes
    if (attributes === undefined) throw new Error('no figure')
    const words = { caption: '', alt: 'the asset', extendedDescription: '', headline: '', creator: 'C', credit: '' }
    const more = { copyright: '', source: '', created: '', location: { city: '', state: '', country: '' }, people: [] }
    const photo = photoSchema.parse({
      id: 'a'.repeat(64),
      name: 'a.jpg',
      type: 'image/jpeg',
      bytes: 1,
      width: 1,
      height: 1,
      added: '2026-04-14T11:00:00.000Z',
      description: { ...words, ...more, keywords: [], instructions: '', usageTerms: '', digitalSourceType: '' },
    })
    expect(effectiveAlt(attributes, photo)).toBe('A sign reading “ferry” and "boat", by the pier')
    expect(effectiveAlt({ ...attributes, alt: null }, photo)).toBe('the asset')
    expect(effectiveAlt({ ...attributes, alt: '' }, photo)).toBe('')
    expect(effectiveAlt({ ...attributes, decorative: true }, photo)).toBe('')
    expect(effectiveCredit({ ...attributes, credit: null }, photo)).toBe('C')
    expect(effectiveCredit({ ...attributes, credit: null }, null)).toBe('')
    expect(effectiveCredit({ ...attributes, credit: '' }, photo)).toBe('')
  })
})

describe('languages and addresses', () => {
  it('are read in their canonical form', () => {
    expect([' EN-gb ', 'sr-latn', 'hy', 'english please', ''].map(readLanguageTag)).toEqual([
      'en-GB',
      'sr-Latn',
      'hy',
      null,
      null,
    ])
    expect([primaryLanguage('en-GB'), directionOf('fa-IR'), directionOf('hy')]).toEqual(['en', 'rtl', 'ltr'])
  })

  it.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['HTTP://Example.org', 'http://example.org/'],
    ['mailto:desk@example.org', 'mailto:desk@example.org'],
    ['java\nscript:alert(1)', null],
    [' javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['data:text/html,x', null],
    ['//example.org', null],
    [`https://example.org/${'x'.repeat(2048)}`, null],
  ])('%j is %j', (given, read) => {
    expect(readLinkAddress(given)).toBe(read)
  })
})
