import { describe, expect, it } from 'vitest'
import { foldedWords, searchWords } from '../../../storage/language/search/search-words.ts'

const wordsOf = (text: string): string[] =>
  [...searchWords(text)].map(({ parts, joined }) => `${parts.join('|')}${joined === null ? '' : `=${joined}`}`)

describe('the words of a text', () => {
  it.each([
    ['case and accents', 'Naïve ÉCLAIR e\u0301 Straße İstanbul', 'naive eclair e strasse istanbul'],
    ['apostrophes', "O’Brien’s dogs’ don't", 'o|brien|s=obriens dogs don|t=dont'],
    ['quotation marks', '‘hello’ “bell” «паром» „лапки“', 'hello bell паром лапки'],
    ['Russian', 'Ёлочка ушёл мой пост-советский', 'елочка ушел мой пост советский'],
    ['Ukrainian', 'їжа пʼять', 'їжа п|ять=пять'],
    ['Armenian marks inside words', 'Քանի՞ նավ։ Ե՛վ ինչո՞ւ Այո՜', 'քանի նավ եւ ինչու այո'],
    ['the Armenian ligature', 'Երևան ԵՐԵՎԱՆ Երեւան', 'երեւան երեւան երեւան'],
    ['Arabic vowel points and tatweel', 'كِتَابٌ كتاب الســلام', 'کتاب کتاب السلام'],
    ['Arabic and Persian letters', 'علي علی كابل کابل مدرسة مدرسه', 'علی علی کابل کابل مدرسه مدرسه'],
    ['Arabic alef and hamza', 'أحمد احمد إيران ایران آب', 'احمد احمد ایران ایران اب'],
    ['the zero-width non-joiner', 'قایق‌ها می‌رود', 'قایق|ها=قایقها می|رود=میرود'],
    ['digits of other scripts', '۱۴۰۴ ١٩٩٩ 2026', '1404 1999 2026'],
    ['soft hyphens and direction marks', 'har\u00adbour \u200fسلام\u200f', 'harbour سلام'],
    ['what is no word', '— … 🔔 !!! ¶', ''],
  ])('are told apart and folded: %s', (_, text, words) => {
    expect(wordsOf(text).join(' ')).toBe(words)
  })

  it('are the same without their places', () => {
    const text = 'O’Brien’s Քանի՞ قایق‌ها — the dogs’ 🔔 Ёлка don’t'
    const words = [...searchWords(text)]
    expect(foldedWords(text)).toEqual({
      words: words.flatMap(({ parts }) => parts),
      joined: words.flatMap(({ joined }) => (joined === null ? [] : [joined])),
    })
  })

  it('stand where they say', () => {
    const text = '🔔 The dogs’ “bell”, Քանի՞.'
    expect([...searchWords(text)].map(({ from, to }) => text.slice(from, to))).toEqual(['The', 'dogs', 'bell', 'Քանի՞'])
  })
})
