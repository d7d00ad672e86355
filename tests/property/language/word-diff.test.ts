import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareDocuments } from '../../../storage/language/compare-stories.ts'
import type { ComparedBlock } from '../../../storage/language/compare-stories.ts'
import { sequenceDiff } from '../../../storage/language/sequence-diff.ts'
import { diffWords } from '../../../storage/language/word-diff.ts'
import type { Segment } from '../../../storage/language/word-diff.ts'
import { countWords, textBlocks } from '../../../storage/model/text.ts'
import { edited, someDocument, someEdit } from '../../fixtures/arbitrary-story.ts'

const word = fc.constantFrom(
  'bridge',
  'Քանի՞',
  'նավ։',
  '«',
  '»',
  'قایق‌ها',
  '6,300',
  'four-hour',
  'don’t',
  '👩🏽‍🚒',
  '🇦🇲',
  'e\u0301',
)
const text = fc.oneof(
  fc.array(fc.oneof(word, fc.constantFrom(' ', ' ', '\n', ', ')), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
)

const partOf = (segments: readonly Segment[], without: Segment['kind']): string =>
  segments
    .filter(({ kind }) => kind !== without)
    .map((segment) => segment.text)
    .join('')

describe('a word diff of any two texts', () => {
  it('gives both back to the letter, and counts what the texts count', () => {
    fc.assert(
      fc.property(text, text, (from, to) => {
        const { segments, added, removed } = diffWords(from, to)
        expect(partOf(segments, 'inserted')).toBe(from)
        expect(partOf(segments, 'deleted')).toBe(to)
        expect(segments.every((segment) => segment.text !== '')).toBe(true)
        expect(added - removed).toBe(countWords(to) - countWords(from))
      }),
      { numRuns: 2000 },
    )
  })

  it('never has two segments of one kind side by side, and puts the deletion first', () => {
    fc.assert(
      fc.property(text, text, (from, to) => {
        const kinds = diffWords(from, to).segments.map(({ kind }) => kind)
        for (const [index, kind] of kinds.entries()) {
          expect(kinds[index + 1]).not.toBe(kind)
          if (kind === 'inserted') expect(kinds[index + 1]).not.toBe('deleted')
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a diff of any two sequences', () => {
  const longestCommon = (a: readonly number[], b: readonly number[]): number => {
    let row = Array<number>(b.length + 1).fill(0)
    for (const item of a) {
      const next = [0]
      for (const [index, other] of b.entries())
        next.push(item === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0))
      row = next
    }
    return row.at(-1) ?? 0
  }

  it('is the shortest while the two are near each other', () => {
    const items = fc.array(fc.nat(6), { maxLength: 60 })
    fc.assert(
      fc.property(items, items, (a, b) => {
        const same = sequenceDiff(a, b).filter(({ kind }) => kind === 'same')
        expect(same.reduce((sum, { length }) => sum + length, 0)).toBe(longestCommon(a, b))
      }),
      { numRuns: 500 },
    )
  })

  it('holds where they are far apart, and is cut at what both hold once', () => {
    const items = fc.array(fc.nat(900), { minLength: 300, maxLength: 700 })
    fc.assert(
      fc.property(items, items, (a, b) => {
        let at = { a: 0, b: 0 }
        for (const { kind, a: from, b: fromB, length } of sequenceDiff(a, b)) {
          if (kind !== 'inserted') expect(from).toBe(at.a)
          if (kind !== 'deleted') expect(fromB).toBe(at.b)
          if (kind === 'same') expect(a.slice(from, from + length)).toEqual(b.slice(fromB, fromB + length))
          at = { a: at.a + (kind === 'inserted' ? 0 : length), b: at.b + (kind === 'deleted' ? 0 : length) }
        }
        expect(at).toEqual({ a: a.length, b: b.length })
      }),
      { numRuns: 60 },
    )
  })
})

describe('a comparison of any two documents', () => {
  const blocksOf = (blocks: readonly ComparedBlock[], without: ComparedBlock['kind'], cut: Segment['kind']): string[] =>
    blocks
      .filter(({ kind, type }) => kind !== without && type !== 'rule' && type !== 'link_card')
      .map(({ segments }) => partOf(segments, cut))

  it('holds every block of both, in order and to the letter', () => {
    fc.assert(
      fc.property(someDocument, someDocument, fc.array(someEdit, { maxLength: 4 }), (one, other, edits) => {
        for (const to of [other, edits.reduce((document, edit) => edited(document, edit).doc, one)]) {
          const { blocks } = compareDocuments(one, to)
          expect(blocksOf(blocks, 'added', 'inserted')).toEqual(textBlocks(one).map((block) => block.text))
          expect(blocksOf(blocks, 'removed', 'deleted')).toEqual(textBlocks(to).map((block) => block.text))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('finds nothing between a document and itself, and something wherever a block differs', () => {
    fc.assert(
      fc.property(someDocument, someEdit, (document, edit) => {
        expect(compareDocuments(document, document).blocks.every(({ kind }) => kind === 'same')).toBe(true)
        const { doc } = edited(document, edit)
        const same = compareDocuments(document, doc).blocks.every(({ kind }) => kind === 'same')
        const texts = textBlocks(doc).map((block) => block.text)
        if (same) expect(texts).toEqual(textBlocks(document).map((block) => block.text))
      }),
      { numRuns: 300 },
    )
  })
})
