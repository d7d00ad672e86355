import fc from 'fast-check'
import { expect, it } from 'vitest'
import { analyzeText } from '../../../storage/language/analyze.ts'
import { paragraphs } from '../../../storage/language/paragraphs.ts'
import { detectQuotations, quotationDetector } from '../../../storage/language/quotations/detect.ts'
import { sentences } from '../../../storage/language/sentences.ts'
import { slugFrom } from '../../../storage/language/slug.ts'
import { keepsWords } from '../../../storage/language/verbatim.ts'
import { readLanguageTag } from '../../../storage/model/language.ts'
import { slugSchema } from '../../../storage/model/record.ts'

const scraps = fc.constantFrom(
  '“',
  '”',
  '"',
  '«',
  '»',
  '„',
  '‘',
  '’',
  "'",
  "''",
  ' — ',
  ', ',
  '. ',
  '։ ',
  '\n',
  '\n\n',
  '…',
  '[',
  ']',
  '(',
  '=',
  '0',
  '\u0301',
  '👩🏽‍✈️',
  '\u200c',
  ' said ',
  ' Ilse Varn ',
  ' he ',
  ' who ',
  ' according to ',
  ' сказал ',
  ' Пётр ',
  ' ասաց ',
  ' Նարեկ ',
  ' گفت ',
  ' نگار ',
  ' that ',
  ' calling ',
  'the mayor',
  ' and ',
)
const text = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: scraps }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) }),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))
const language = fc.constantFrom('en', 'ru', 'hy', 'fa', 'de', 'und')

const opening = /^[“"«„‘'»‹‚「『`]/u

it('every offset lies in the text and holds the words it says, quotations in order and between marks', () => {
  fc.assert(
    fc.property(text, language, (source, tag) => {
      const { quotes, captions, dateline } = analyzeText(source, readLanguageTag(tag))
      let end = 0
      for (const quote of quotes) {
        for (const span of [quote, quote.speaker, quote.cue]) {
          if (span === null) continue
          expect(span.from).toBeGreaterThanOrEqual(0)
          expect(span.to).toBeLessThanOrEqual(source.length)
          expect(source.slice(span.from, span.to)).toBe(span.text)
        }
        expect(quote.from).toBeGreaterThanOrEqual(end)
        expect(quote.to).toBeGreaterThan(quote.from)
        end = quote.to
        expect(quote.confidence).toBeGreaterThan(0)
        expect(quote.confidence).toBeLessThanOrEqual(1)
      }
      for (const span of [
        ...captions,
        ...captions.map(({ description }) => description),
        ...(dateline === null ? [] : [dateline]),
      ]) {
        expect(source.slice(span.from, span.to)).toBe(span.text)
      }
    }),
    { numRuns: 400 },
  )
})

it('in a language without rules every run has a mark on either side, or goes on in the next block', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 5 }), (blocks) => {
      for (const quote of detectQuotations(blocks, 'und')) {
        const block = blocks[quote.block] ?? ''
        expect(block.slice(quote.outerFrom, quote.from)).toMatch(opening)
        expect(quote.outerTo).toBeGreaterThanOrEqual(quote.to)
      }
    }),
    { numRuns: 300 },
  )
})

it('statements are numbered upwards without gaps', () => {
  fc.assert(
    fc.property(text, language, (source, tag) => {
      const numbers = analyzeText(source, readLanguageTag(tag)).quotes.map(({ statement }) => statement)
      numbers.forEach((number, at) => {
        const before = numbers[at - 1] ?? -1
        expect([before, before + 1]).toContain(number)
      })
    }),
  )
})

it('reading again after an edit gives what reading afresh gives', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 5 }), fc.array(text, { maxLength: 5 }), language, (before, after, tag) => {
      const detect = quotationDetector(tag)
      detect(before)
      expect(detect(after)).toEqual(detectQuotations(after, tag))
    }),
  )
})

it('paragraphs and sentences are in order, hold their words, and leave nothing but space out', () => {
  fc.assert(
    fc.property(text, language, (source, tag) => {
      for (const parts of [paragraphs(source), sentences(source, tag)]) {
        let end = 0
        for (const part of parts) {
          expect(source.slice(end, part.from).trim()).toBe('')
          expect(source.slice(part.from, part.to)).toBe(part.text)
          end = part.to
        }
        expect(source.slice(end).trim()).toBe('')
      }
    }),
  )
})

it('any headline has a slug', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), language, (headline, tag) => {
      expect(slugSchema.safeParse(slugFrom(headline, tag)).success).toBe(true)
    }),
  )
})

it('words keep themselves, also with an insertion, and lose themselves with a word more or less', () => {
  const word = fc.constantFrom('bridge', 'holds', 'Քանի՞', 'ёж', 'قایق‌ها', "don't", '9')
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), fc.nat(), (words, seed) => {
      const at = seed % (words.length + 1)
      const all = words.join(' ')
      const inserted = [...words.slice(0, at), '[of ours]', ...words.slice(at)].join(' ')
      const more = [...words.slice(0, at), 'ferry', ...words.slice(at)].join(' ')
      const less = words.filter((_, index) => index !== seed % words.length).join(' ')
      expect(keepsWords(all, `“${all}”`)).toBe(true)
      expect(keepsWords(all, inserted)).toBe(true)
      expect(keepsWords(all, more)).toBe(false)
      expect(keepsWords(all, less)).toBe(false)
      expect(keepsWords(all, [...words.slice(0, at), '…', ...words.slice(at)].join(' '))).toBe(true)
    }),
  )
})
