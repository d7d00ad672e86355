import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayNeedSpacing, spacing } from '../../../storage/language/typography.ts'

const parts = fc.constantFrom(
  'A.',
  'Б.',
  ' ',
  ' ',
  '\u00a0',
  '-',
  '5',
  '۷',
  'km',
  'км',
  'կմ',
  '%',
  '№',
  'No.',
  'x',
  '.',
  '?',
  '՞',
  '🎉',
  'می\u200cروم',
)
const text = fc.array(parts, { minLength: 1, maxLength: 12 }).map((each) => each.join(''))
const language = fc.constantFrom('en', 'ru', 'uk', 'hy', 'fa', 'fr', 'de', 'xx')

describe('spacing', () => {
  it('changes spaces, dashes and nothing else, at the end and nowhere else', () => {
    fc.assert(
      fc.property(text, language, (before, tongue) => {
        const change = spacing(before, tongue)
        if (change === null) return
        expect(mayNeedSpacing(before)).toBe(true)
        const bare = (words: string): string => words.replace(/[\s\u00a0\u202f—–-]/gu, '')
        expect(bare(change.by)).toBe(bare(before.slice(before.length - change.replaced)))
        expect(change.by).not.toBe(before.slice(before.length - change.replaced))
      }),
      { numRuns: 3000 },
    )
  })

  it('has nothing more to do where it has been', () => {
    fc.assert(
      fc.property(text, language, (before, tongue) => {
        const change = spacing(before, tongue)
        if (change === null) return
        const after = before.slice(0, before.length - change.replaced) + change.by
        expect(spacing(after, tongue)).toBeNull()
      }),
      { numRuns: 3000 },
    )
  })
})
