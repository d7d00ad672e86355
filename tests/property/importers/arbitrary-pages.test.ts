import fc from 'fast-check'
import { expect, it } from 'vitest'
import { importStory } from '../../../storage/importers/import-story.ts'
import type { ImportedStory } from '../../../storage/importers/imported-story.ts'
import { isGalleyError } from '../../../storage/model/errors.ts'
import { textBlocks } from '../../../storage/model/text.ts'

const words = (text: string): string[] => text.toWellFormed().match(/[\p{L}\p{M}]+/gu) ?? []

function attempt(source: Parameters<typeof importStory>[0]): ImportedStory | null {
  try {
    return importStory(source)
  } catch (error) {
    if (!isGalleyError(error)) throw error
    return null
  }
}

/** Everything the editor gets to see of a text: the story, its record, and what the warnings name. */
function kept(story: ImportedStory): string {
  const alts: string[] = []
  story.document.descendants((node) => {
    if (node.type.name === 'figure') alts.push(String(node.attrs['alt'] ?? ''))
  })
  return [
    ...textBlocks(story.document).map(({ text }) => text),
    ...alts,
    ...(story.fields.byline ?? []),
    story.fields.dateline?.place ?? '',
    ...story.warnings.map(({ message }) => message),
  ].join('\n')
}

const scraps = fc.constantFrom(
  'XS',
  'SM',
  'LG',
  'Share',
  'Advertisement',
  'Related stories',
  'By Ana Luk',
  'UN - A bridge in Oslo, May 2, 2024.',
  'Մատչելիության հղումներ',
  '«Քանի՞ նավ։»',
  'Автор: Инга Лосева',
  '„лапки“ и «ёлочки»',
  'نویسنده: نگار',
  '* * *',
  '• one',
  '• two',
  '3. three',
  '4. four',
  'OSLO, May 2, 2024 — It opened and the band played on for all.',
  '“Open',
  'e\u0301 👩🏽‍✈️',
  '-',
  '\u00ad',
  '\ufeff',
)
const line = fc.oneof(
  scraps,
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.lorem({ mode: 'sentences', maxCount: 2 }),
)
const text = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\r\n', '\u2028', '\f')), { maxLength: 24 })
  .map((lines) => lines.map(([words, end]) => words + end).join(''))

it('loses no word of a text but those it names, and invents none', () => {
  fc.assert(
    fc.property(text, (page) => {
      const story = attempt({ name: 'a.txt', text: page })
      if (story === null) return
      story.document.check()
      const seen = new Set(words(kept(story)))
      for (const word of words(page)) expect(seen).toContain(word)
      // A word that only the story has was fused or cut.
      const brought = new Set(words(page))
      for (const block of textBlocks(story.document)) {
        for (const word of words(block.text)) expect(brought).toContain(word)
      }
    }),
    { numRuns: 150 },
  )
})

it('reads any bytes, or refuses them with a code', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom('a.txt', 'a.html', 'a'), (bytes, name) => {
      attempt({ name, bytes })?.document.check()
    }),
    { numRuns: 300 },
  )
})

const tag = fc.constantFrom(
  'p',
  'div',
  'span',
  'b',
  'i',
  'a href="javascript:x()"',
  'a href="https://example.org/"',
  'ul',
  'ol start="-4"',
  'li',
  'blockquote',
  'figure',
  'figcaption',
  'img alt="A “sign”" src="x.png"',
  'img width="1" height="1"',
  'h1',
  'h2',
  'h6',
  'br',
  'hr',
  'table',
  'tr',
  'td',
  'script',
  'style',
  'svg',
  'template',
  'section onclick="x()"',
  'pre',
  'q',
  'p hidden',
  'nav',
  'textarea',
  'select',
  'option',
  'dl',
  'dt',
  'math',
)
const html = fc
  .array(
    fc.oneof(
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name.split(' ')[0] ?? name}>`),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      scraps,
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))

it('makes a sound document of any HTML, with nothing in it that could run', () => {
  fc.assert(
    fc.property(html, (page) => {
      const story = attempt({ name: 'a.html', html: page, format: 'html' })
      if (story === null) return
      story.document.check()
      const json = JSON.stringify(story.document.toJSON())
      expect(json).not.toMatch(/"href":"(?!https?:|mailto:)/u)
      expect(json).not.toMatch(/"(?:src|onclick|style|srcset)"/u)
    }),
    { numRuns: 500 },
  )
})

it('never fuses words that different elements hold', () => {
  const block = fc.constantFrom(
    'p',
    'div',
    'ul><li',
    'h2',
    'section',
    'blockquote',
    'dd',
    'figure><figcaption',
    'table><tr><td',
    'center',
  )
  fc.assert(
    fc.property(fc.array(block, { minLength: 2, maxLength: 8 }), (names) => {
      const page = names
        .map((name, at) => `<${name}>w${'abcdefgh'[at] ?? 'z'}</${name.split('>')[0] ?? name}>`)
        .join('')
      const story = attempt({ name: 'a.html', html: `<h1>The title</h1><p>x</p>${page}`, format: 'html' })
      const found = words(
        textBlocks(story?.document ?? expect.fail('refused'))
          .map((part) => part.text)
          .join('\n'),
      )
      names.forEach((_, at) => {
        expect(found).toContain(`w${'abcdefgh'[at] ?? 'z'}`)
      })
    }),
  )
})
