import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { analyzeText } from '../../../storage/language/analyze.ts'
import { readLanguageTag } from '../../../storage/model/language.ts'
import { readAnnotated } from '../../fixtures/quotations/annotated.ts'

const folder = join(import.meta.dirname, '../../fixtures/quotations')
const languages = ['ru', 'hy', 'fa', 'en'] as const
const news = languages.map((language) =>
  readdirSync(join(folder, language, 'held-out'))
    .map((name) => readAnnotated(readFileSync(join(folder, language, 'held-out', name), 'utf8')).text)
    .join('\n\n'),
)

/** Pieces of news cut anywhere, with odd characters between them. */
const odd = fc.constantFrom(
  '\ud800',
  '\udc00',
  '\u200f',
  '\u202e',
  '\ufeff',
  '\u0000',
  '\u0301',
  '— ',
  ',- ',
  '։- ',
  '՞',
  '«',
  '»',
  '„',
  '“',
  '\n',
)
const piece = fc
  .tuple(fc.constantFrom(...news), fc.nat(4000), fc.integer({ min: 1, max: 160 }))
  .map(([text, at, length]) => text.slice(at % text.length, (at % text.length) + length))
const mixed = fc
  .array(fc.oneof({ weight: 3, arbitrary: piece }, { weight: 2, arbitrary: odd }), { maxLength: 24 })
  .map((parts) => parts.join(''))

it('news cut anywhere is read without failing, the same each time, its runs in order and apart', () => {
  fc.assert(
    fc.property(mixed, fc.constantFrom(...languages), (text, language) => {
      const tag = readLanguageTag(language)
      const { quotes } = analyzeText(text, tag)
      expect(analyzeText(text, tag).quotes).toEqual(quotes)
      let end = 0
      for (const { from, to, speaker, cue } of quotes) {
        expect(from).toBeGreaterThanOrEqual(end)
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(text.length)
        end = to
        for (const span of [speaker, cue]) if (span !== null) expect(text.slice(span.from, span.to)).toBe(span.text)
      }
    }),
    { numRuns: 300 },
  )
})

it('what is said in Russian and Armenian begins and ends with no punctuation in its speaker', () => {
  for (const [at, text] of news.entries()) {
    for (const { speaker } of analyzeText(text, readLanguageTag(languages[at] ?? 'en')).quotes) {
      expect(speaker?.text ?? 'a').toMatch(/^[\p{L}\p{N}].*[\p{L}\p{N}.]$|^[\p{L}\p{N}]$/u)
    }
  }
})

it.each(languages.map((language, at) => ({ language, text: news[at] ?? '' })))(
  'ten times the text in one costs less than three times what it costs in ten parts, $language',
  ({ language, text }) => {
    const tag = readLanguageTag(language)
    const words = text.split(/\s+/u).length
    const short = text.concat('\n\n').repeat(Math.ceil(5_000 / words))
    const long = short.repeat(10)
    const cost = (run: () => void): number => {
      // Processor time: what others do on the machine meanwhile does not count.
      const start = process.cpuUsage()
      run()
      const { user, system } = process.cpuUsage(start)
      return user + system
    }
    const tenTimes = (): void => {
      for (let time = 0; time < 10; time += 1) analyzeText(short, tag)
    }
    tenTimes()
    // In turn, so that a slow moment of the machine falls on both.
    const ratios = Array.from({ length: 3 }, () => cost(() => analyzeText(long, tag)) / cost(tenTimes))
    expect(Math.min(...ratios)).toBeLessThan(3)
  },
)
