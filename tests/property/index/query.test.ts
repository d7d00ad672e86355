import fc from 'fast-check'
import { expect, test } from 'vitest'
import { queryFields } from '../../../storage/language/search/query.ts'
import type { QueryNode } from '../../../storage/language/search/query.ts'
import { readQuery } from '../../../storage/language/search/read-query.ts'
import { searchWords } from '../../../storage/language/search/search-words.ts'
import { compile } from '../../../storage/index/compile.ts'

const pieces = [
  '(',
  ')',
  '-',
  ' ',
  '"',
  '“',
  '”',
  '«',
  'OR',
  'AND',
  'NOT',
  ':',
  '*',
  '..',
  '>',
  '2026-11-01',
  'bell',
  'նավ',
]
const anyQuery = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...pieces, ...queryFields.map((field) => `${field}:`)) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    ),
  )
  .map((parts) => parts.join(''))

const wordsIn = (node: QueryNode): string[] => {
  if (node.kind === 'text') return [...node.words]
  if (node.kind === 'not') return wordsIn(node.of)
  return 'of' in node ? node.of.flatMap(wordsIn) : []
}

test('whatever is typed is a query, and SQL holds nothing of it', () => {
  const shape = /^[\w .,()=?<>*0-9-]*$/u
  fc.assert(
    fc.property(anyQuery, fc.boolean(), (text, typing) => {
      const { root, problems } = readQuery(text, { typing })
      for (const { from, to, sentence } of problems) {
        expect(0 <= from && from < to && to <= text.length && /\.$/u.test(sentence)).toBe(true)
      }
      const { where } = compile(root)
      expect(where.sql).toMatch(shape)
      expect(where.sql.split('?').length - 1).toBe(where.values.length)
    }),
  )
})

test('every word that stands alone is searched', () => {
  const word = fc.constantFrom('bell', 'паром', 'նավ', 'قایق', 'ferry')
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), fc.constantFrom('', '"', '(', ' OR', ')'), (words, broken) => {
      expect(wordsIn(readQuery(`${words.join(' ')}${broken}`).root)).toEqual([
        ...words.flatMap((each) => [...searchWords(each)].flatMap(({ parts }) => parts)),
      ])
    }),
  )
})

test('folding a folded word changes nothing, and case, composition and direction marks do not count', () => {
  const fold = (text: string): string[] => [...searchWords(text)].flatMap(({ parts }) => parts)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const word of fold(text)) expect(fold(word)).toEqual([word])
      expect(fold(text.normalize('NFD'))).toEqual(fold(text.normalize('NFC')))
      for (const { from, to } of searchWords(text)) expect(from < to && to <= text.length).toBe(true)
    }),
  )
})
